// node scripts/list-cli-options.ts: writes test/advise/cli-options.txt, the options that the AWS CLI has for the operations that the product prints.
// Run it by hand when a new command appears. It reads the API models that AWS publishes in its JavaScript SDK, which it
// downloads with npm into a temporary folder: the models are far too large for a dependency.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printedCommands } from './printed-commands.ts'

const sdk = 'aws-sdk@2.1693.0'

/** The AWS CLI's commands, and the models' file names where they differ. https://docs.aws.amazon.com/cli/latest/reference/ */
const fileOf: ReadonlyMap<string, string> = new Map([
  ['efs', 'elasticfilesystem'],
  ['s3api', 's3'],
  ['cloudwatch', 'monitoring'],
  ['ses', 'email'],
  ['stepfunctions', 'states'],
  ['events', 'eventbridge'],
  ['deploy', 'codedeploy'],
  ['elbv2', 'elasticloadbalancingv2'],
])

const root = fileURLToPath(new URL('..', import.meta.url))
const printed = new Set(printedCommands(root).map(({ command }) => command))
const commands = [...new Set([...printed].map((command) => command.split(' ', 1)[0] ?? ''))].sort()

interface Model {
  readonly operations?: Readonly<
    Record<
      string,
      { readonly input?: { readonly members?: Readonly<Record<string, unknown>>; readonly shape?: string } }
    >
  >
  readonly shapes?: Readonly<Record<string, { readonly members?: Readonly<Record<string, unknown>> }>>
}

const folder = mkdtempSync(join(tmpdir(), 'whydenied-models-'))
execFileSync('npm', ['pack', sdk, '--silent'], { cwd: folder })
execFileSync('tar', ['xzf', readdirSync(folder)[0] ?? '', 'package/apis'], { cwd: folder })
const apis = join(folder, 'package', 'apis')
const files = readdirSync(apis)

/** "ListOpenIDConnectProviders" to "list-open-id-connect-providers", as the AWS CLI writes names. */
const dashed = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()

const lines = commands.flatMap((command) => {
  const start = fileOf.get(command) ?? command
  const file = files.filter((name) => new RegExp(`^${start}-\\d{4}-\\d\\d-\\d\\d\\.min\\.json$`).test(name)).at(-1)
  if (file === undefined) return []
  const { operations = {}, shapes = {} }: Model = JSON.parse(readFileSync(join(apis, file), 'utf8'))
  const used = Object.entries(operations).filter(([name]) => printed.has(`${command} ${dashed(name)}`))
  return used.map(([name, { input }]) => {
    const members = input?.members ?? shapes[input?.shape ?? '']?.members ?? {}
    return [command, dashed(name), ...Object.keys(members).map(dashed)].join(' ')
  })
})
const target = join(root, 'test/advise/cli-options.txt')
writeFileSync(target, `${lines.join('\n')}\n`)
console.log(`${lines.length} operations written to ${target}`)
