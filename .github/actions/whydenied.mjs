#!/usr/bin/env node
// Runs `whydenied` with the given arguments in the current folder: for the GitHub Actions next to this file and for pre-commit
// (.pre-commit-hooks.yaml). Plain JavaScript, because it runs on the Node that is there (20 or newer) before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chooseNode } from '../../scripts/choose-node.mjs'
import { install } from '../../scripts/install.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

// npm writes this file last: without it, nothing was installed, or someone stopped it halfway. What npm prints isn't part of the report.
const isInstalled = existsSync(join(root, 'node_modules/.package-lock.json'))
const problem = (isInstalled ? undefined : await install(root, { say: console.error })) ?? chooseNode(root)
if (problem !== undefined) {
  console.error(problem)
  process.exit(2)
}
const node = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
const command = [join(root, 'src/cli/main.ts'), ...process.argv.slice(2)]
const { status } = spawnSync(node, command, { stdio: 'inherit', shell: process.platform === 'win32' })
process.exitCode = status ?? 2
