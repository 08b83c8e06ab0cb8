"""An endpoint's refusal as an error that says what to do."""

from __future__ import annotations

from radar.errors import (
    EndpointError,
    KeyRefused,
    ModelMissing,
    NetworkError,
    RadarError,
    RateLimited,
    TextTooLong,
    WrongAddress,
)
from radar.papers.jobs.site_wait import span_line
from radar.summaries.endpoints.refusal import Kind, Refusal

_MODELS_SHOWN = 8
_LONGEST_NAME = 60
"""Letters of the name of a model that a message tells."""
KEY_UNTOLD = "Set key_env, key_command or keyring to where it is"
"""What to do where no setting says where the key is."""


def explain(refusal: Refusal, host: str, key_env: str, has_key: bool, key_place: str = "") -> RadarError:
    """Return the error for a refusal; of the key only its place is named, whatever the endpoint wrote.

    Args:
        refusal: what the endpoint said.
        host: the endpoint, as a message may show it.
        key_env: the environment variable that holds the key; empty where none is set.
        has_key: whether a key was sent.
        key_place: where that is from, behind the words "the key": "in GROQ_API_KEY"; empty where unknown.
    """
    said = f": {refusal.message}" if refusal.message else f" (status {refusal.status})"
    match refusal.kind:
        case Kind.KEY:
            return _key_refused(host, key_env, has_key, key_place)
        case Kind.QUOTA:
            return KeyRefused(f"{host} says that the credit or quota is used up", "See your account there")
        case Kind.RATE:
            return _rate_limited(host, refusal.retry_after)
        case Kind.CONTEXT:
            return TextTooLong(
                f"The paper is too long for the model at {host}", "Set context_tokens to what the model takes"
            )
        case Kind.CONTENT:
            return EndpointError(f"{host} declined to read this paper{said}")
        case Kind.ADDRESS:
            return _wrong_address(refusal, host)
        case Kind.OUTAGE:
            return NetworkError(f"{host} is in trouble{said}", _hint_in_trouble(refusal, has_key))
        case _:
            return EndpointError(f"{host} refused the request{said}")


def model_refused(refusal: Refusal, host: str, model: str, available: tuple[str, ...]) -> EndpointError:
    """Return the error for a model that the endpoint says it does not have.

    Args:
        refusal: what it said.
        host: the endpoint, as a message may show it.
        model: the one that was asked.
        available: those that it lists, none where that is unknown; where the model is among them it is not
            missing, but not to be had at this address or not by this key.
    """
    if model in available or f"{model}:latest" in available:
        hint = f"It says: {refusal.message}" if refusal.message else "Check what the key may do"
        return EndpointError(
            f"{host} lists the model {model} but refuses it at this address (status {refusal.status})",
            "Check base_url: most end in /v1" if refusal.status == 404 else hint,
            final=True,
        )
    return _model_missing(host, model, available)


def _model_missing(host: str, model: str, available: tuple[str, ...]) -> ModelMissing:
    shown = ", ".join(map(_name_in_short, available[:_MODELS_SHOWN]))
    more = ", ..." if len(available) > _MODELS_SHOWN else ""
    hint = f"It has {shown}{more}" if shown else "Check the name of the model"
    return ModelMissing(f"{host} has no model called {model}", hint)


def _name_in_short(model: str) -> str:
    return model if len(model) <= _LONGEST_NAME else f"{model[: _LONGEST_NAME - 1]}…"


def _wrong_address(refusal: Refusal, host: str) -> WrongAddress:
    if 300 <= refusal.status < 400:
        return _sent_elsewhere(refusal, host)
    hint = "Check base_url: most end in /v1"
    if refusal.html and refusal.status < 300:
        hint += "; a proxy on the way may want you to sign in"
        return WrongAddress(f"{host} answered with a web page instead of a completion", hint)
    return WrongAddress(f"{host} has no chat completions at this address (status {refusal.status})", hint)


def _sent_elsewhere(refusal: Refusal, host: str) -> WrongAddress:
    where = "another address of its own" if refusal.sent_to == host else refusal.sent_to
    return WrongAddress(
        f"{host} sends {f'on to {where}' if where else 'elsewhere'} (status {refusal.status}), and radar "
        "does not follow",
        "Set base_url to where chat completions are, if you trust it; most end in /v1",
    )


def _hint_in_trouble(refusal: Refusal, has_key: bool) -> str:
    # LiteLLM without a database answers a missing key with a bare 500 (measured, 1.106).
    bare = refusal.status == 500 and refusal.message.lower() in ("", "internal server error")
    return "Try again later; it may want a key (key_env)" if bare and not has_key else "Try again later"


def _rate_limited(host: str, wait: float | None) -> RateLimited:
    hint = "Try again later, or ask for fewer at once"
    if wait is not None:
        hint = f"It asks to wait {span_line(wait)}"
    return RateLimited(f"{host} asks to slow down", hint, wait)


def _key_refused(host: str, key_env: str, has_key: bool, key_place: str) -> KeyRefused:
    if has_key:
        named = f" {key_place}" if key_place else ""
        return KeyRefused(f"{host} does not accept the key{named}", "Check the key and what it may do")
    if key_env:
        return KeyRefused(f"{host} asks for a key", f"Put it into the environment variable {key_env}")
    return KeyRefused(f"{host} asks for a key", KEY_UNTOLD)
