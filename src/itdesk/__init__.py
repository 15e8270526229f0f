"""itdesk: a desktop helpdesk for a company's own IT."""
