"""A session of matrix-nio with the homeserver example: a line for each step, `ok` or `missed` with the reason.

    python session.py http://127.0.0.1:8008 demo demo
"""

import asyncio
import os
import sys

import nio

WORDS = "Soup!"


async def session(url, user, password):
    """Each step takes what the ones before gave."""
    client = nio.AsyncClient(url, user, config=nio.AsyncClientConfig(encryption_enabled=False))
    try:
        await step("log in", client.login(password, device_name="matrix-nio"), nio.LoginResponse)
        note(client.access_token)
        who = await step("whoami", client.whoami(), nio.WhoamiResponse)
        check("whoami: the user is the one", who.user_id == client.user_id)
        await step("set the display name", client.set_displayname("Greta"), nio.ProfileSetDisplayNameResponse)
        name = await step("get the display name", client.get_displayname(), nio.ProfileGetDisplayNameResponse)
        check("get the display name: it is that", name.displayname == "Greta")
        await step("first sync", client.sync(timeout=0), nio.SyncResponse)
        created = client.room_create(name="Kitchen", topic="What is for dinner?")
        room = (await step("create a room", created, nio.RoomCreateResponse)).room_id
        await step("sync: the room", client.sync(timeout=5000), nio.SyncResponse)
        check("sync: the room has its name", client.rooms[room].name == "Kitchen")
        content = {"msgtype": "m.text", "body": WORDS}
        sent = await step("send", client.room_send(room, "m.room.message", content), nio.RoomSendResponse)
        news = await step("sync: the message", client.sync(timeout=5000), nio.SyncResponse)
        events = news.rooms.join[room].timeline.events
        seen = [event for event in events if event.event_id == sent.event_id]
        check("sync: it is that message", [event.body for event in seen] == [WORDS])
        await step("join by alias", client.join("#welcome:localhost"), nio.JoinResponse)
        await step("sync: both rooms", client.sync(timeout=5000), nio.SyncResponse)
        names = {room.name for room in client.rooms.values()}
        check("sync: they have their names", names >= {"Kitchen", "Welcome"}, names)
        stranger = nio.AsyncClient(url, user)
        await step("log in: a wrong password", stranger.login("wrong"), nio.LoginError)
        await stranger.close()
    finally:
        await client.close()


async def step(name, call, expected):
    """Takes a step, which must be answered as expected."""
    answer = await asyncio.wait_for(call, 20)
    check(name, isinstance(answer, expected), answer)
    return answer


def note(secret):
    """Notes what the server must not log."""
    if file := os.environ.get("PEERS_SECRETS"):
        with open(file, "a", encoding="utf-8") as secrets:
            print(secret, file=secrets)


def check(name, condition, otherwise="it is not so"):
    """The steps after one that is missed need what it did not give."""
    if not condition:
        print(f"missed {name}: {otherwise}")
        sys.exit(1)
    print(f"ok {name}")


asyncio.run(session(*sys.argv[1:]))
