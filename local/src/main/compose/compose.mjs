// Usage: node compose.mjs FOLDER_OF_THE_CLONE
// Reads <service>-service/schema.graphqls of the four services; writes the supergraph that the gateway reads.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

const root = process.argv[2];
const target = join(root, 'gateway/src/main/resources/supergraph.graphqls');
const subgraphs = [
  ['customer', 8081],
  ['funnel', 8082],
  ['roi', 8083],
  ['survey', 8084],
];

function read([name, port]) {
  const file = join(root, `${name}-service`, 'schema.graphqls');
  if (!existsSync(file)) {
    throw new Error(`${file} is missing: ./tideline golden writes it`);
  }
  try {
    return { name, url: `http://127.0.0.1:${port}/graphql`, typeDefs: parse(readFileSync(file, 'utf8')) };
  } catch (error) {
    throw new Error(`${file}: ${error.message}`);
  }
}

function compose() {
  const result = composeServices(subgraphs.map(read));
  if (result.errors?.length) {
    const lines = result.errors.map((error) => `  ${error.extensions?.code ?? 'ERROR'}: ${error.message}`);
    throw new Error(`the four schemas do not compose (${lines.length}):\n${lines.join('\n')}`);
  }
  return result.supergraphSdl;
}

// What the supergraph was composed from; the gateway's tests compare it with the schemas as they are.
function sources() {
  const lines = subgraphs.map(([name]) => {
    const text = readFileSync(join(root, `${name}-service`, 'schema.graphqls'));
    return `# ${name} sha256:${createHash('sha256').update(text).digest('hex')}`;
  });
  return lines.join('\n');
}

try {
  const supergraph = `${sources()}\n${compose().trimEnd()}\n`;
  const changed = !existsSync(target) || readFileSync(target, 'utf8') !== supergraph;
  writeFileSync(target, supergraph);
  console.log(`${changed ? 'wrote' : 'unchanged:'} ${target}`);
} catch (error) {
  console.error(`tideline compose: ${error.message}`);
  process.exitCode = 1;
}
