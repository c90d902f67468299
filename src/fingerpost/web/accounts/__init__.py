"""Who works here: people, their roles in bodies, invitations."""
