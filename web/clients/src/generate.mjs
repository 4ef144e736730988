// Generates typed documents from the caller's schema, once from its SDL and once from introspection, and compiles Relay artefacts from it.
import { generate } from "@graphql-codegen/cli";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { graphql, headers, page, url } from "./platform.mjs";

const folder = process.env.TIDELINE_OUT ?? "out";
mkdirSync(join(folder, "relay"), { recursive: true });

const sdl = await (await fetch(`${url}/schema.graphql`, { headers })).text();
writeFileSync(join(folder, "schema.graphql"), sdl);
writeFileSync(join(folder, "page.ts"), `import { graphql } from "./sdl";\nexport const Page = graphql(\`${page}\`);\n`);

for (const [name, schema] of [["sdl", join(folder, "schema.graphql")], ["introspection", [{ [graphql]: { headers } }]]]) {
  const files = await generate(
    {
      schema,
      documents: join(folder, "page.ts"),
      generates: { [join(folder, name) + "/"]: { preset: "client", presetConfig: { persistedDocuments: true } } },
      silent: true,
    },
    true,
  );
  const documents = files.find((file) => file.filename.endsWith("persisted-documents.json"));
  if (!Object.values(JSON.parse(documents.content)).some((text) => text.includes("customers("))) {
    throw new Error(`codegen made no document from ${name}`);
  }
  console.log(`codegen from ${name}: ${files.length} files`);
}

writeFileSync(
  join(folder, "relay", "Page.js"),
  'import { graphql } from "relay-runtime";\n' +
    "graphql`query PageQuery($first: Int!) { customers(first: $first) { edges { cursor node { id externalId } } pageInfo { hasNextPage endCursor } } }`;\n",
);
writeFileSync(
  join(folder, "relay.config.json"),
  JSON.stringify({ src: "./relay", schema: "./schema.graphql", language: "javascript", eagerEsModules: true }),
);
execFileSync(createRequire(import.meta.url)("relay-compiler"), ["relay.config.json"], { cwd: folder, stdio: "pipe" });
if (!readFileSync(join(folder, "relay/__generated__/PageQuery.graphql.js"), "utf8").includes("hasNextPage")) {
  throw new Error("Relay compiled no page");
}
console.log("relay-compiler: PageQuery");
