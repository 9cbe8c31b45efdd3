// node scripts/list-cli-options.ts: writes test/advise/cli-options.txt, the options that the AWS CLI has for the operations that the product prints.
// Run it by hand when a new command appears. It reads the API models that the AWS CLI itself works with, those of botocore, which it
// downloads with pip into a temporary folder: the models are far too large for a dependency.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { printedCommands } from './printed-commands.ts'

const models = 'botocore==1.43.107'

/** The AWS CLI's commands, and the models' folders where they differ. https://docs.aws.amazon.com/cli/latest/reference/ */
const folderOf: ReadonlyMap<string, string> = new Map([
  ['deploy', 'codedeploy'],
  ['s3api', 's3'],
])

const root = fileURLToPath(new URL('..', import.meta.url))
const printed = new Set(printedCommands(root).map(({ command }) => command))
const commands = [...new Set([...printed].map((command) => command.split(' ', 1)[0] ?? ''))].sort()

type Members = Readonly<Record<string, { readonly shape?: string }>>

interface Model {
  readonly operations?: Readonly<
    Record<string, { readonly input?: { readonly members?: Members; readonly shape?: string } }>
  >
  readonly shapes?: Readonly<Record<string, { readonly type?: string; readonly members?: Members }>>
}

const folder = mkdtempSync(join(tmpdir(), 'whydenied-models-'))
execFileSync('pip', ['download', '--quiet', '--no-deps', '--dest', folder, models], { stdio: 'inherit' })
execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, readdirSync(folder)[0] ?? ''), folder])
const data = join(folder, 'botocore', 'data')

/** "ListOpenIDConnectProviders" to "list-open-id-connect-providers", as the AWS CLI writes names. */
const dashed = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()

const lines = commands.flatMap((command) => {
  const versions = join(data, folderOf.get(command) ?? command)
  const newest = existsSync(versions) ? readdirSync(versions).sort().at(-1) : undefined
  if (newest === undefined) return []
  const { operations = {}, shapes = {} }: Model = JSON.parse(
    gunzipSync(readFileSync(join(versions, newest, 'service-2.json.gz'))).toString(),
  )
  const used = Object.entries(operations).filter(([name]) => printed.has(`${command} ${dashed(name)}`))
  return used.map(([name, { input }]) => {
    const members = input?.members ?? shapes[input?.shape ?? '']?.members ?? {}
    // The AWS CLI turns off what is true or false with an option of its own. https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-types.html
    const options = Object.entries(members).flatMap(([member, { shape = '' }]) =>
      shapes[shape]?.type === 'boolean' ? [dashed(member), `no-${dashed(member)}`] : [dashed(member)],
    )
    return [command, dashed(name), ...options].join(' ')
  })
})
const target = join(root, 'test/advise/cli-options.txt')
writeFileSync(target, `${lines.join('\n')}\n`)
console.log(`${lines.length} operations written to ${target}`)
