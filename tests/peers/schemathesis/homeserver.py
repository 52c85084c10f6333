"""What the homeserver example asks and answers beyond the published documents of Matrix.

The documents stay as they were published. A server has limits, and refuses in more ways than they list: its
facts are here, so that the judge holds it to them.
"""

import os

METHODS = {"get", "put", "post", "delete"}

# The ID of the room that anybody may enter.
ROOM = os.environ.get("JUDGED_ROOM", "")

ERROR = {
    "type": "object",
    "required": ["errcode", "error"],
    "properties": {"errcode": {"type": "string"}, "error": {"type": "string"}},
}

# What values have to be, by the names of members and parameters.
ASKED = {
    # A point in the stream of events that has passed, such as those of what the server starts with.
    "from": {"pattern": "^s[0-9]$"},
    "timeout": {"minimum": 0},
    "limit": {"minimum": 0},
    "width": {"minimum": 0},
    "height": {"minimum": 0},
    # In bytes, of which a character has up to four.
    "displayname": {"maxLength": 64},
    "status_msg": {"maxLength": 64},
    "avatar_url": {"pattern": "^mxc://[a-z]{1,20}/[A-Za-z0-9]{1,20}$"},
}
# They have to be there, so that somebody can follow them.
USERS = {"maxItems": 20, "items": {"type": "string", "enum": ["@demo:localhost", "@caretaker:localhost"]}}
ALIAS = "^#[a-z]{1,20}:localhost$"


def complete(document):
    """Adds the facts to a document."""
    for path, item in document["paths"].items():
        shared = item.get("parameters", [])
        for method in METHODS & item.keys():
            operation = item[method]
            parameters = shared + operation.get("parameters", [])
            for parameter in parameters:
                ask(parameter, path, method)
            answer(operation, parameters, document)


def ask(parameter, path, method):
    name = parameter.get("name")
    if parameter.get("in") == "body":
        ask_members(parameter.get("schema", {}))
        if name == "roomInfo":
            parameter["schema"]["required"] = ["room_id"]
            parameter["schema"]["properties"]["room_id"]["enum"] = [ROOM]
    elif name == "roomAlias" and method == "put":
        parameter["pattern"] = ALIAS
    elif name in ASKED and parameter.get("in") == "query":
        parameter.update(ASKED[name])
        # Such as those of other servers are.
        parameter.pop("x-example", None)


def ask_members(schema):
    for name, member in schema.get("properties", {}).items():
        if name == "invite":
            member.update(USERS)
        elif name in ASKED and "$ref" not in member:
            member.update(ASKED[name])
    schema.pop("example", None)


def answer(operation, parameters, document):
    """Refusals, each of them in JSON."""
    statuses = {"400", "404"}
    if operation.get("security") or document.get("security"):
        statuses |= {"401", "403", "409", "429"}
    if any(parameter.get("in") == "body" for parameter in parameters):
        statuses |= {"403", "413", "415"}
    documented = {str(status) for status in operation["responses"]}
    for status in sorted(statuses - documented):
        operation["responses"][status] = {"description": "Refused.", "schema": ERROR}
    produces = operation.get("produces", document.get("produces", []))
    if "application/json" not in produces:
        operation["produces"] = [*produces, "application/json"]


def hurry(query):
    """Waits a moment for news, where it would wait for long."""
    timeout = query.get("timeout", 10)
    if isinstance(timeout, int) or isinstance(timeout, str) and timeout.isdigit():
        query["timeout"] = min(int(timeout), 10)


def settle(path):
    """Puts somebody and something that is there in the place of every other random ID."""
    there = {"userId": "@demo:localhost", "roomId": ROOM, "roomAlias": "#welcome:localhost"}
    for name, known in there.items():
        if isinstance(path.get(name), str) and len(path[name]) % 2:
            path[name] = known
