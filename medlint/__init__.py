"""medlint reads medical marketing and patient information and says what to change or prove."""

__all__ = ("__version__",)

__version__ = "0.1.0"
