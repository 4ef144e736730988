// Where the platform is, who asks, and the questions that every client puts.
export const url = process.env.TIDELINE_URL ?? "http://127.0.0.1:8080";
export const token = process.env.TIDELINE_TOKEN;
if (!token) throw new Error("TIDELINE_TOKEN is missing: TIDELINE_TOKEN=$(./tideline token lead)");

export const headers = { authorization: `Bearer ${token}` };
export const graphql = `${url}/graphql`;

export const page = `query Page($first: Int!) {
  customers(first: $first) { nodes { id externalId tags { tag } } pageInfo { hasNextPage endCursor } }
}`;

export const changes = "subscription Changes { satisfactionChanged { __typename } }";

/** A check of one client: throws with what came instead. */
export function same(found, wanted, what) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
  }
}

export function filled(data, client) {
  const nodes = data?.customers?.nodes;
  if (!Array.isArray(nodes) || nodes.length !== 2 || !nodes.every((node) => node.id && node.externalId)) {
    throw new Error(`${client} got ${JSON.stringify(data)}`);
  }
}
