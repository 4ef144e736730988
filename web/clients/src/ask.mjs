// One line for each client: its name and what it did. Any difference ends the run with an error.
import { ApolloClient, HttpLink, InMemoryCache, gql as apolloGql } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { Client, fetchExchange, cacheExchange } from "@urql/core";
import { persistedExchange } from "@urql/exchange-persisted";
import { GraphQLClient } from "graphql-request";
import { createHash } from "node:crypto";
import { filled, graphql, headers, page, same } from "./platform.mjs";

const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const variables = { first: 2 };
const seen = [];

/** The fetch that clients use, which writes down what they really send. */
const watched = async (input, init) => {
  const answer = await fetch(input, init);
  seen.push(`${init?.method ?? "GET"} ${answer.status}`);
  return answer;
};

async function told(client, ask) {
  seen.length = 0;
  filled(await ask(), client);
  console.log(`${client}: ${seen.join(", ")}`);
}

await told("graphql-request", () => new GraphQLClient(graphql, { headers, fetch: watched }).request(page, variables));

const urql = (exchanges) => new Client({ url: graphql, exchanges, fetchOptions: { headers }, fetch: watched, preferGetMethod: "within-url-limit" });
await told("urql", async () => (await urql([cacheExchange, fetchExchange]).query(page, variables).toPromise()).data);
await told("urql persisted", async () => {
  const persisted = persistedExchange({ preferGetForPersistedQueries: true, generateHash: async (text) => sha256(text) });
  return (await urql([cacheExchange, persisted, fetchExchange]).query(page, variables).toPromise()).data;
});

const apollo = (link) => new ApolloClient({ cache: new InMemoryCache(), link });
const http = new HttpLink({ uri: graphql, headers, fetch: watched });
await told("Apollo Client", async () => (await apollo(http).query({ query: apolloGql(page), variables })).data);
await told("Apollo Client persisted", async () => {
  const hashed = new PersistedQueryLink({ sha256, useGETForHashedQueries: true });
  return (await apollo(hashed.concat(http)).query({ query: apolloGql(page), variables })).data;
});

const misspelt = await new GraphQLClient(graphql, { headers, errorPolicy: "all" })
  .request("{ customer }")
  .catch((error) => error.response);
same(misspelt.errors[0].extensions.code, "GRAPHQL_VALIDATION_FAILED", "the code of a misspelt question");
