import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { APPLICATION_ROLE } from '../../libs/persistence/src/database/data-source';
import { loadConfig } from '../../libs/platform/src/config/config';
import { VARIABLE_NAMES } from '../../libs/platform/src/config/variables';
import {
  type ComposeService,
  ROOT,
  composeFile,
  environmentOf,
  requiredVariables,
} from '../support/compose-file';
import format from '../support/compose-format.json';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const file = composeFile();
const services = Object.entries(file.services);
const programs = services.filter(([, service]) => service.build !== undefined);
const dockerfile = read('docker/Dockerfile');

/** What a person puts into .env. */
const CHOSEN = Object.fromEntries(
  requiredVariables(read('docker-compose.yml')).map((name, index) => [
    name,
    `Zx8qW3nR7tKp2LmV5bYc9HdF4gJs6Aeu${String(index)}`,
  ]),
);

/** The source of a built file: dist/apps/api/src/main.js → apps/api/src/main.ts. */
const sourcesOf = (command: string): string[] =>
  [...command.matchAll(/dist\/(\S+)\.js/g)].map(([, path]) => `${path!}.ts`);

/** The arguments of every line of the Dockerfile that begins with this instruction. */
const instructions = (name: string): string[] =>
  dockerfile
    .split('\n')
    .filter((line) => line.startsWith(`${name} `))
    .map((line) => line.slice(name.length + 1));

const copies = instructions('COPY').map((line) => {
  const words = line.split(/\s+/);
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  return { from, sources: words.filter((word) => !word.startsWith('--')).slice(0, -1) };
});
const fromTheRepository = copies.filter(({ from }) => from === undefined).flatMap(({ sources }) => sources);

/** The part of a bind mount on our side; undefined for a named volume. */
const hostPath = (volume: string): string | undefined =>
  volume.startsWith('./') ? volume.split(':')[0]!.slice(2) : undefined;

describe('docker-compose.yml', () => {
  test("is valid by the Compose specification's own schema", () => {
    const published = JSON.parse(read('node_modules/dclint/schemas/compose.schema.json')) as object;
    const { $schema: _draft07, ...schema } = published as Record<string, unknown>; // an address Ajv does not know
    const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
    validate(file);
    expect(validate.errors).toBeNull();
  });

  test('has only keys and values of the Compose format', () => {
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true, strictTuples: false }).compile(format);
    validate(file);
    expect(validate.errors).toBeNull();
  });

  test('has exactly the services of the deployment', () => {
    expect(Object.keys(file.services).sort()).toEqual(['api', 'migrate', 'postgres', 'redis', 'worker']);
  });

  test('runs only files that the build makes', () => {
    const commands = programs.map(([, service]) => (service.command ?? []).join(' '));
    const sources = [...commands, ...instructions('CMD')].flatMap(sourcesOf);
    expect(sources.length).toBeGreaterThanOrEqual(programs.length + 1);
    expect(sources.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
  });

  test.each(programs)('gives %s an environment that the config knows and accepts', (_name, service) => {
    const environment = environmentOf(service, CHOSEN);
    const own = Object.keys(environment);
    expect(own.filter((name) => !(VARIABLE_NAMES as string[]).includes(name))).toEqual([]);
    expect(loadConfig(environment)).toMatchObject({ host: '0.0.0.0', port: 3000, demo: false });
  });

  test('does not start without every secret, and holds none itself', () => {
    for (const [, service] of services) {
      for (const [name, value] of Object.entries(service.environment ?? {})) {
        if (/PASSWORD|SECRET|AUTH$|_URL$/.test(name)) expect(value).toMatch(/\$\{[A-Z_]+:\?[^}]+\}/);
      }
    }
    expect(() => environmentOf(file.services['api']!, {})).toThrow(/ZHUQI_/);
  });

  test('opens ports to this machine only', () => {
    const ports = services.flatMap(([, service]) => service.ports ?? []);
    expect(ports.length).toBeGreaterThan(0);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  test.each(services)('locks %s down', (_name, service: ComposeService) => {
    expect(service).toMatchObject({ read_only: true, init: true, cap_drop: ['ALL'] });
    expect(service.security_opt).toContain('no-new-privileges:true');
  });

  test('mounts files that exist and volumes that are declared', () => {
    const volumes = services.flatMap(([, service]) => service.volumes ?? []);
    const paths = volumes.map(hostPath).filter((path) => path !== undefined);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const named = volumes
      .filter((volume) => hostPath(volume) === undefined)
      .map((volume) => volume.split(':')[0]);
    expect([...new Set(named)].sort()).toEqual(Object.keys(file.volumes).sort());
  });

  test('starts the programs after a finished migration and healthy services', () => {
    for (const name of ['api', 'worker']) {
      expect(file.services[name]?.depends_on).toEqual({
        migrate: { condition: 'service_completed_successfully' },
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
    }
    expect(file.services['postgres']).toHaveProperty('healthcheck.test');
    expect(file.services['redis']).toHaveProperty('healthcheck.test');
  });

  test('asks the image whether it is well where a port is open', () => {
    const unasked = programs.filter(([, service]) => service.healthcheck !== undefined).map(([name]) => name);
    expect(unasked.sort()).toEqual(['migrate', 'worker']);
  });
});

describe('the image', () => {
  test('copies only what is in the repository and let into the build', () => {
    const letIn = read('docker/Dockerfile.dockerignore').split('\n');
    expect(fromTheRepository.length).toBeGreaterThan(5);
    for (const source of fromTheRepository.map((path) => path.replace(/^\.\//, ''))) {
      expect([source, existsSync(join(ROOT, source))]).toEqual([source, true]);
      expect(letIn).toContain(`!${source}`);
    }
  });

  test('takes over only from stages made before', () => {
    const stages = instructions('FROM').map((line) => / AS (\S+)$/.exec(line)?.[1]);
    for (const { from } of copies.filter((copy) => copy.from !== undefined)) expect(stages).toContain(from);
  });

  test('does not run as root and says whether it is well', () => {
    expect(instructions('USER').at(-1)).toBe('node');
    expect(instructions('HEALTHCHECK').join()).toContain('docker/healthy.mjs');
  });
});

describe('the services beside the programs', () => {
  test('Redis never drops a job to make room, and keeps what it has on disk', () => {
    expect(read('docker/redis.conf')).toMatch(/^maxmemory-policy noeviction$/m);
    expect(read('docker/redis.conf')).toMatch(/^appendonly yes$/m);
  });

  test('PostgreSQL keeps what it has confirmed', () => {
    const settings = read('docker/postgres/postgresql.conf');
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      expect(settings).toMatch(new RegExp(`^${name} = on$`, 'm'));
    }
  });

  test('the programs sign in as a member of the role that the migrations know', () => {
    const roles = read('docker/postgres/init/10-roles.sh');
    expect(roles).toMatch(new RegExp(`create role zhuqi_program login .* in role ${APPLICATION_ROLE};`));
    expect(file.services['api']?.environment?.['DATABASE_URL']).toContain('postgres://zhuqi_program:');
  });
});
