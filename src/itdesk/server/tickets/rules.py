"""The rules of the house, in the order in which they are asked (consequences)."""

from itdesk.server.tickets.assigning import AutomaticAssigning
from itdesk.server.tickets.consequences import MakeRule
from itdesk.server.tickets.incidents import MajorIncidents
from itdesk.server.tickets.routing import Routing

RULES: tuple[MakeRule, ...] = (Routing, AutomaticAssigning, MajorIncidents)
