"""How good and how fast Détente is; never imported by the package."""
