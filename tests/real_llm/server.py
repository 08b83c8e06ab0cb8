"""A real llama.cpp server on loopback; runs in the environment that has xllamacpp, without radar.

Prints one JSON line with its base_url when it is ready and stops when it is told to, or when standard
input closes, so that it never outlives whoever started it.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import threading

MOST_TOKENS = 512
"""An answer is never longer, whatever a request asks for."""


def main() -> None:
    """Serve until the end."""
    import xllamacpp

    arguments = _arguments()
    parameters = xllamacpp.CommonParams()
    parameters.model.path = arguments.model
    parameters.model_alias = {arguments.alias}
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = arguments.port
    parameters.n_parallel = 1
    parameters.n_ctx = arguments.context
    parameters.n_predict = MOST_TOKENS
    # More threads than free cores make llama.cpp many times slower, and nobody knows how many are free.
    parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = 1
    parameters.ui = False
    parameters.endpoint_slots = False
    parameters.warmup = False
    if arguments.api_key:
        parameters.api_keys = [arguments.api_key]
    server = xllamacpp.Server(parameters)
    done = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: done.set())
    threading.Thread(target=_wait_for_the_starter, args=(done,), daemon=True).start()
    print(json.dumps({"base_url": f"{server.listening_address}/v1"}), flush=True)
    done.wait()
    sys.stdout.flush()
    os._exit(0)


def _wait_for_the_starter(done: threading.Event) -> None:
    sys.stdin.read()
    done.set()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="a GGUF file")
    parser.add_argument("--alias", default="smollm2", help="the name under which the model is asked for")
    parser.add_argument("--context", type=int, default=2048, help="tokens of prompt and answer together")
    parser.add_argument("--port", type=int, default=0, help="where it listens; any free one by default")
    parser.add_argument("--api-key", default="", help="refuse every request without this key")
    return parser.parse_args()


if __name__ == "__main__":
    main()
