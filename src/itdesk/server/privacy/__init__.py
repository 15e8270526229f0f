"""What the company owes to people about their data: erasing it, handing it out, forgetting it in time."""
