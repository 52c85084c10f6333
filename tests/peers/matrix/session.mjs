// A session of matrix-js-sdk with the homeserver example: a line for each step, `ok` or `missed` with the
// reason.
//
//     node session.mjs MODULES http://127.0.0.1:8008 demo demo

import { appendFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, baseUrl, user, password] = process.argv.slice(2);
const entry = createRequire(join(modules, "package.json")).resolve("matrix-js-sdk");
const { ClientEvent, RoomEvent, createClient } = await import(pathToFileURL(entry));

const WORDS = "Soup!";
const PATIENCE = 20_000;
const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, getChild: () => silent };

// Each step takes what the ones before gave.
async function session() {
    const stranger = createClient({ baseUrl, logger: silent });
    const login = (secret) =>
        stranger.loginRequest({
            type: "m.login.password",
            identifier: { type: "m.id.user", user },
            password: secret,
        });
    await step("versions", stranger.getVersions(), (answer) => answer.versions.includes("v1.1"));
    await step("log in: a wrong password", login("wrong").catch((error) => error), (error) => error.errcode === "M_FORBIDDEN");
    const { user_id, access_token, device_id } = await step("log in", login(password));
    note(access_token);
    const client = createClient({ baseUrl, accessToken: access_token, userId: user_id, deviceId: device_id, logger: silent });
    await step("whoami", client.whoami(), (answer) => answer.user_id === user_id);
    await step("set the display name", client.setDisplayName("Greta"));
    await step("get the profile", client.getProfileInfo(user_id), (profile) => profile.displayname === "Greta");
    const ready = when(client, ClientEvent.Sync, (state) => state === "PREPARED");
    await client.startClient({ initialSyncLimit: 10 });
    await step("start: push rules, filter, first sync", ready);
    const created = client.createRoom({ name: "Kitchen", topic: "What is for dinner?" });
    const { room_id } = await step("create a room", created);
    const room = () => client.getRoom(room_id);
    await step("sync: the room", until(client, ClientEvent.Sync, () => room()?.name === "Kitchen"));
    const heard = when(client, RoomEvent.Timeline, (event) => event.getContent().body === WORDS);
    const sent = await step("send", client.sendTextMessage(room_id, WORDS));
    await step("sync: the message", heard);
    const is_there = () => room().getLiveTimeline().getEvents().some((event) => event.getId() === sent.event_id);
    await step("sync: it is that message", until(client, ClientEvent.Sync, is_there));
    await step("join by alias", client.joinRoom("#welcome:localhost"), (joined) => joined.roomId !== room_id);
    client.stopClient();
}

// Takes a step, which must be answered in time and as expected.
async function step(name, call, expected = () => true) {
    try {
        const answer = await within(call, PATIENCE);
        if (!expected(answer)) throw new Error(JSON.stringify(answer));
        console.log(`ok ${name}`);
        return answer;
    } catch (error) {
        console.log(`missed ${name}: ${String(error).replaceAll("\n", " ")}`);
        // The steps after this one need what it did not give.
        process.exit(1);
    }
}

// Notes what the server must not log.
function note(secret) {
    const file = process.env.PEERS_SECRETS;
    if (file) appendFileSync(file, `${secret}\n`);
}

// The next event that is as wanted.
function when(client, kind, wanted) {
    return new Promise((resolve) => {
        const listener = (...values) => {
            if (!wanted(...values)) return;
            client.off(kind, listener);
            resolve(values);
        };
        client.on(kind, listener);
    });
}

// Until something is so, looked at now and after each event.
async function until(client, kind, condition) {
    if (!condition()) await when(client, kind, condition);
}

function within(promise, milliseconds) {
    const late = new Promise((_, reject) => {
        setTimeout(() => reject(new Error(`not within ${milliseconds} ms`)), milliseconds).unref();
    });
    return Promise.race([promise, late]);
}

await session();
process.exit(0);
