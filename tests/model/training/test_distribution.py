"""The same training on several devices and workers costs the same, step by step."""

import json
import os
import socket
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

pytest.importorskip("keras")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

IS_LONG = settings.get_current_profile_name() == "long"
FAMILIES = ["note", "grid"] if IS_LONG else ["note"]  # two workers try the other one anyway
ROOT = Path(__file__).parents[3]
TOLERANCE = 1e-5
"""Bits per note: sums in another order differ in the last bits of float32."""


def start(family: str, devices: int, cluster: object = None) -> "subprocess.Popen[str]":
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}
    if cluster is not None:
        environment["TF_CONFIG"] = json.dumps(cluster)
    return subprocess.Popen(
        [sys.executable, "-m", "tests.model.training.losses", family, str(devices)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def costs_of(process: "subprocess.Popen[str]") -> list[float]:
    out, _ = process.communicate(timeout=300)
    assert process.returncode == 0
    costs: list[float] = json.loads(out.splitlines()[-1])
    return costs


def free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def assert_equal(alone: list[float], shared: list[float]) -> None:
    assert (alone[0], shared[0]) == (1, 2), "number of devices"
    differences = [abs(a - b) for a, b in zip(alone[1:], shared[1:], strict=True)]
    print("\n".join(f"{a:.7f} {b:.7f}" for a, b in zip(alone[1:], shared[1:], strict=True)))
    print("greatest difference", max(differences))
    assert len(differences) > 10
    assert max(differences) < TOLERANCE


@cache
def costs_alone(family: str) -> list[float]:
    return costs_of(start(family, 1))


@pytest.mark.parametrize("family", FAMILIES)
def test_two_devices_cost_what_one_does(family: str) -> None:
    two = start(family, 2)
    assert_equal(costs_alone(family), costs_of(two))


def test_two_workers_cost_what_one_does() -> None:
    names = [f"127.0.0.1:{port}" for port in free_ports(2)]
    tasks = [{"type": "worker", "index": number} for number in range(2)]
    workers = [start("grid", 1, {"cluster": {"worker": names}, "task": task}) for task in tasks]
    try:
        alone = costs_alone("grid")
        found = [costs_of(worker) for worker in workers]
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()
    assert found[0] == found[1]
    assert_equal(alone, found[0])
