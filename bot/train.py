"""`python -m bot.train --out FILE`: train the model, as `rasa train` does, only quicker."""

import argparse
from pathlib import Path

from bot.lean import leave_out_neural_networks
from bot.logs import quiet

quiet()
leave_out_neural_networks()

from rasa.model_training import train  # noqa: E402


def main() -> None:
    """Train from `config.yml`, the domain and `data/`; write one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args().out
    train("domain.yml", "config.yml", "data", str(out.parent), fixed_model_name=out.name)


if __name__ == "__main__":
    main()
