// Subscribes with both clients and ends each subscription in good order: the door opens, the stream stays open, it completes.
import { createClient as sse } from "graphql-sse";
import { createClient as ws } from "graphql-ws";
import WebSocket from "ws";
import { changes, graphql, headers } from "./platform.mjs";

const OPEN_MILLIS = 1500;

/** Fails when the server refuses or ends the stream by itself within the time. */
async function open(name, subscribe) {
  let ended = null;
  const stop = subscribe({
    next: (event) => {
      if (event.errors) ended = `answered ${JSON.stringify(event.errors)}`;
    },
    error: (error) => (ended = `failed: ${error?.reason ?? error?.message ?? JSON.stringify(error)}`),
    complete: () => (ended ??= "completed by itself"),
  });
  await new Promise((resolve) => setTimeout(resolve, OPEN_MILLIS));
  if (ended) throw new Error(`${name} ${ended}`);
  stop();
  console.log(`${name}: open`);
}

const events = sse({ url: graphql, headers, retryAttempts: 0 });
await open("graphql-sse", (sink) => events.subscribe({ query: changes }, sink));

const sockets = ws({
  url: graphql.replace("http", "ws"),
  webSocketImpl: WebSocket,
  connectionParams: { Authorization: headers.authorization },
  retryAttempts: 0,
});
await open("graphql-ws", (sink) => sockets.subscribe({ query: changes }, sink));
await sockets.dispose();
process.exit(0);
