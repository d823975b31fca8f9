"""`python -m hooks`, as editors type it."""

import contextlib
import io
import os
import pty
import subprocess
import sys
from pathlib import Path

from hooks import cli

from .projects import ROOT


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command on the project at `root`, in this process: starting one takes as long as most commands."""
    out, error = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
        status = cli.main(["--root", str(root), *arguments])
    return subprocess.CompletedProcess(arguments, status, out.getvalue(), error.getvalue())


def run_apart(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command on the project at `root` in a process of its own."""
    command = [sys.executable, "-m", "hooks", "--root", str(root), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def run_before_a_terminal(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command on the project at `root` whose standard error is a terminal; `stderr` is all that was drawn."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "hooks", "--root", str(root), *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs, text=True) as running:
        os.close(theirs)
        drawn = b""
        with contextlib.suppress(OSError):  # how Linux says that the other end is closed
            while piece := os.read(ours, 4096):
                drawn += piece
        said, _ = running.communicate(timeout=60)
    os.close(ours)
    return subprocess.CompletedProcess(command, running.returncode, said, drawn.decode())


def run_on_a_terminal(root: Path, name: str, answers: str) -> subprocess.CompletedProcess[str]:
    """Run a command that asks on the project at `root`, and type `answers`, a line each."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "hooks", "--root", str(root), name]
    with subprocess.Popen(command, cwd=ROOT, stdin=theirs, stdout=subprocess.PIPE, text=True) as asking:
        os.close(theirs)
        os.write(ours, answers.encode())
        said, _ = asking.communicate(timeout=60)
    os.close(ours)
    return subprocess.CompletedProcess(command, asking.returncode, said)
