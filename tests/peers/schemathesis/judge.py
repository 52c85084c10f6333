"""Hooks of schemathesis: what a judge that knows only a document has to be told beside it.

No check is switched off. Where one contradicts a specification, the cases that it is wrong about are left
out or made unambiguous below, and each function says which specification that is. What the homeserver
example asks and answers beyond the published documents of Matrix is in `homeserver.py`.
"""

import os

import schemathesis
from schemathesis.core.parameters import ParameterLocation

if os.environ.get("JUDGED") == "homeserver":
    import homeserver
else:
    homeserver = None

FORMS = {"multipart/form-data", "application/x-www-form-urlencoded"}


@schemathesis.hook
def before_load_schema(context, raw_schema):
    if homeserver:
        homeserver.complete(raw_schema)


@schemathesis.hook
def filter_case(context, case):
    """Leaves out cases that are not wrong, although the judge made them to be.

    A form with further fields: Swagger 2.0 (Parameter Object, `in: formData`) closes no form.
    A form that is not there, where no field of it is `required` (ibid.).
    A body of other bytes, or of none, where a body is bytes: any content is, and in HTTP a message without
    a body and one with a body of no bytes are the same (RFC 9112, section 6.3).
    """
    if case.meta is None or not case.meta.generation.mode.is_negative:
        return True
    parameters = case.operation.definition.raw.get("parameters", [])
    body = case.meta.components.get(ParameterLocation.BODY)
    is_missing = getattr(case.meta.phase.data, "description", None) == "Missing request body"
    if any(is_raw(parameter) for parameter in parameters):
        return not is_missing and (body is None or not body.mode.is_negative)
    fields = {parameter["name"]: parameter for parameter in parameters if parameter.get("in") == "formData"}
    if case.media_type in FORMS and isinstance(case.body, dict) and set(case.body) - set(fields):
        return False
    return not (is_missing and fields and not any(field.get("required") for field in fields.values()))


def is_raw(parameter):
    return parameter.get("in") == "body" and parameter["schema"].get("format") in ("byte", "binary")


@schemathesis.hook
def before_call(context, case, kwargs):
    """Nobody waits for news as long as a client of people does."""
    if homeserver and case.operation.path == "/events":
        homeserver.hurry(case.query)


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Half of all random IDs are those of somebody who is there."""
    if homeserver and path_parameters:
        homeserver.settle(path_parameters)
    return path_parameters


@schemathesis.hook
def after_call(context, case, response):
    """The judge wants a `Content-Type` in every response of an operation that `produces` something. A
    response without content has none (RFC 9110, section 8.3), and one without `schema` has no content
    (Swagger 2.0, Response Object)."""
    documented = case.operation.definition.raw.get("responses", {})
    outcome = documented.get(str(response.status_code), documented.get(response.status_code, {}))
    if not response.content and "schema" not in outcome and "$ref" not in outcome:
        response.headers.setdefault("content-type", [produced(case.operation)])


def produced(operation):
    produces = operation.definition.raw.get("produces") or operation.schema.raw_schema.get("produces")
    return (produces or ["application/json"])[0]
