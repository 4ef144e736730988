import { DataView, TextEncoder, pause, subtle } from './own.js';

/** Hashes between two turns of the page, some milliseconds: browsers do short ones at once, so that awaiting one gives nobody else a turn. */
const SLICE = 256;

/**
 * Works for a flooded door.
 *
 * @returns {?string} the challenge with a number behind it that makes its hash begin with so many zero bits; null where there are no hashes, as on
 *   pages without TLS
 */
export async function solve({ challenge, bits }) {
  for (let nonce = 0; subtle; ) {
    const text = challenge + nonce;
    const hash = await subtle.digest('SHA-256', new TextEncoder().encode(text));
    if (!(new DataView(hash).getUint32() >>> (32 - bits))) return text;
    if (++nonce % SLICE === 0) await pause(0);
  }
  return null;
}
