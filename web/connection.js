// Going on when the connection was lost: trying again, and following what is said without a gap.

import { Problem, request } from "./api.js";

const LONGEST_PAUSE = 15; // seconds between two tries
const SILENCE = 40_000; // milliseconds: the gateway sends something every 15 seconds

/** Wait so many seconds, or until the device has a network again. */
const pause = (seconds) => new Promise((done) => {
  setTimeout(done, seconds * 1000);
  addEventListener("online", done, { once: true });
});

/** Do something until the gateway answers, be it with a problem. */
export async function persist(act, onLost) {
  for (let seconds = 0.5; ; seconds = Math.min(seconds * 2, LONGEST_PAUSE)) {
    try {
      return await act();
    } catch (error) {
      if (error instanceof Problem) throw error;
      onLost();
      await pause(seconds);
    }
  }
}

/** Follow all that is said after a cursor; returns how to stop.
 *
 * By `fetch`, which can carry a token where an EventSource cannot. */
export function follow(cursor, { onMessage, onLink, onRefused }) {
  const stop = new AbortController();
  const reading = async () => {
    while (!stop.signal.aborted) {
      try {
        for await (const event of events(cursor, stop.signal, () => onLink(true))) {
          cursor = event.id;
          onMessage(JSON.parse(event.data));
        }
      } catch (error) {
        if (stop.signal.aborted) return;
        if (error instanceof Problem && error.status === 401) return onRefused(error);
        onLink(false);
      }
      await pause(1);
    }
  };
  reading();
  return () => stop.abort();
}

async function* events(cursor, stopped, onOpen) {
  const silent = new AbortController();
  let timer;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silent.abort(), SILENCE);
  };
  try {
    alive();
    const signal = AbortSignal.any([stopped, silent.signal]);
    const answer = await request(`/api/events?everything=true&after=${cursor}`, { signal });
    onOpen();
    let text = "";
    for await (const part of chunks(answer.body.pipeThrough(new TextDecoderStream()))) {
      alive();
      const blocks = (text + part).replaceAll("\r\n", "\n").split("\n\n");
      text = blocks.pop();
      yield* blocks.map(fields).filter((event) => event.data);
    }
  } finally {
    clearTimeout(timer);
  }
}

async function* chunks(stream) { // Safari cannot iterate over a stream itself
  const reader = stream.getReader();
  for (let next; !(next = await reader.read()).done;) yield next.value;
}

function fields(block) {
  return Object.fromEntries(block.split("\n").map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  }));
}
