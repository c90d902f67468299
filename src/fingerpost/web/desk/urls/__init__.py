"""Addresses of the desk, a module for each area."""
