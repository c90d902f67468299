"""Readings against labels."""
