"""The values that pass between the stages: frozen dataclasses, each importable from its own module."""
