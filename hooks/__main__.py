"""`python -m hooks …`: the commands of the handbook."""

import sys

from .cli import main

sys.exit(main())
