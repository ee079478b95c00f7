import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import express, { type RequestHandler } from 'express';
import { pagesFolder } from '#app/bundling/folders.mjs';
import { runNode } from '#app/bundling/run-node.ts';
import { reasonOf, StartError } from './start-error.ts';

export type Pages = {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  /** What answers for the browser's files. */
  readonly files: RequestHandler;
};

/**
 * The pages as they are served to people: built once, with files that browsers may keep.
 *
 * @throws {StartError} when they cannot be built; what the bundler said stands on stderr before it.
 */
export async function builtPages(root: string, signal: AbortSignal): Promise<Pages> {
  if (!existsSync(pagesFolder(root))) await buildAll(root, signal);
  const folder = pagesFolder(root);
  const pages = (await import(pathToFileURL(join(folder, 'server', 'index.js')).href)) as ServerBuild;
  return { build: pages, files: builtFiles(join(folder, 'client')) };
}

/** In a process of its own, which takes the bundler's memory along when it ends. */
async function buildAll(root: string, signal: AbortSignal): Promise<void> {
  const program = join(root, 'app', 'bundling', 'build.ts');
  await runNode(['--import', 'tsx', program], { cwd: root, signal }).catch((error: unknown) => {
    throw new StartError(`the pages could not be built: ${reasonOf(error)}`);
  });
}

/** The pages as somebody is writing them: each is built when it is asked for, and the browser follows the edits. */
export async function pagesInProgress(root: string): Promise<Pages> {
  const vite = await import('vite');
  const bundler = await vite.createServer({ root, server: { middlewareMode: true } });
  return {
    build: () => bundler.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    files: bundler.middlewares,
  };
}

/** Files whose names carry their hash never change; the others are asked for again after an hour. */
function builtFiles(client: string): RequestHandler {
  const files = express.Router();
  files.use(
    '/assets',
    express.static(join(client, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  files.use('/assets', (_request, response) => void response.sendStatus(404));
  files.use(express.static(client, { maxAge: '1h', index: false }));
  return files;
}
