// The recipes of the hosting guide for services that no test can start: what of them can be read and run.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { blockOf } from './guide.ts'

const nginx = blockOf('nginx')
/** The value of a header in the recipe for nginx, which a test runs. */
const inNginx = (header: string): string | undefined =>
  new RegExp(`add_header ${header} "?(.*?)"? always;`).exec(nginx)?.[1]

describe('CloudFront', () => {
  test('has the headers of nginx', () => {
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = JSON.parse(blockOf('json5'))
    expect(security.ContentSecurityPolicy.ContentSecurityPolicy).toBe(inNginx('Content-Security-Policy'))
    expect(security.ReferrerPolicy.ReferrerPolicy).toBe(inNginx('Referrer-Policy'))
    expect(security.ContentTypeOptions).toEqual({ Override: true })
    expect(custom.Quantity).toBe(custom.Items.length)
    const rest = ['Permissions-Policy', 'Cross-Origin-Opener-Policy', 'Cross-Origin-Resource-Policy']
    expect(custom.Items).toEqual(rest.map((Header) => ({ Header, Value: inNginx(Header), Override: true })))
  })

  interface CloudFrontRequest {
    readonly uri: string
    readonly querystring: Readonly<Record<string, { readonly value: string }>>
  }
  const handler: (event: { readonly request: CloudFrontRequest }) => object = new Function(
    `${blockOf('js')}; return handler`,
  )()

  test.each([
    ['/', {}, { uri: '/index.html' }],
    ['/whydenied/checker/', { example: 'x' }, { uri: '/whydenied/checker/index.html' }],
    ['/whydenied/sw.js', {}, { uri: '/whydenied/sw.js' }],
    ['/_astro/Checker.DBJKu3H2.js', {}, { uri: '/_astro/Checker.DBJKu3H2.js' }],
    ['/checker', {}, { statusCode: 301, headers: { location: { value: '/checker/' } } }],
    ['/a/checker', { example: 'x' }, { statusCode: 301, headers: { location: { value: '/a/checker/?example=x' } } }],
  ])('%s %j', (uri, query, expected) => {
    const querystring = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, { value }]))
    expect(handler({ request: { uri, querystring } })).toMatchObject(expected)
  })

  test('what carries its content in its name is uploaded first, and kept; the rest is asked for again', () => {
    const [named = '', rest = ''] = blockOf('sh', 1).trim().split('\n')
    expect(named).toContain('/_astro ')
    expect(named).toContain('immutable')
    expect(rest).toMatch(/--exclude "_astro\/\*".*--cache-control no-cache$/)
  })
})

test('GitLab: the job unpacks the package into public and checks its sums', () => {
  const { pages } = parse(blockOf('yaml'))
  expect(pages.artifacts.paths).toEqual(['public'])
  const folder = mkdtempSync(join(tmpdir(), 'whydenied-gitlab-'))
  const inside = join(folder, 'whydenied-1.0.0')
  mkdirSync(inside)
  writeFileSync(join(inside, 'index.html'), 'hello')
  writeFileSync(join(inside, 'SHA256SUMS'), `${createHash('sha256').update('hello').digest('hex')}  index.html\n`)
  execFileSync('tar', ['-czf', 'whydenied-1.0.0.tar.gz', 'whydenied-1.0.0'], { cwd: folder })
  const run = (): unknown => execFileSync('sh', ['-e', '-c', pages.script.join('\n')], { cwd: folder, stdio: 'pipe' })
  run()
  expect(readFileSync(join(folder, 'public/index.html'), 'utf8')).toBe('hello')
  writeFileSync(join(inside, 'index.html'), 'changed')
  execFileSync('tar', ['-czf', 'whydenied-1.0.0.tar.gz', 'whydenied-1.0.0'], { cwd: folder })
  execFileSync('rm', ['-r', join(folder, 'public')])
  expect(run).toThrow()
})

test('Kubernetes: the deployment serves what nginx listens to, with the ConfigMap of the guide', () => {
  const [deployment, service] = parseAllDocuments(blockOf('yaml', 1)).map((document) => document.toJS())
  const { spec } = deployment.spec.template
  const [container] = spec.containers
  const port = Number(/listen (\d+);/.exec(nginx)?.[1])
  expect(container.ports).toEqual([{ containerPort: port }])
  expect(container.readinessProbe.httpGet).toEqual({ path: '/whydenied/', port })
  expect(service.spec.ports).toEqual([{ port: 80, targetPort: port }])
  expect(service.spec.selector).toEqual(deployment.spec.selector.matchLabels)
  expect(deployment.spec.template.metadata.labels).toEqual(deployment.spec.selector.matchLabels)
  expect(container.volumeMounts.map(({ name }: { name: string }) => name)).toEqual(
    spec.volumes.map(({ name }: { name: string }) => name),
  )
  expect(blockOf('dockerfile')).toContain(/alias (.*)\/;/.exec(nginx)?.[1])
})

// https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
test('Kubernetes: a namespace with Pod Security “restricted” takes the Pod, which has limits and a pinned image', () => {
  const [deployment] = parseAllDocuments(blockOf('yaml', 1)).map((document) => document.toJS())
  const { spec } = deployment.spec.template
  expect(spec.securityContext).toEqual({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } })
  for (const { securityContext, resources } of spec.containers) {
    expect(securityContext).toMatchObject({
      runAsNonRoot: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    })
    expect(securityContext.capabilities.add).toBeUndefined()
    expect(Object.keys(resources.limits)).toEqual(['cpu', 'memory'])
  }
  for (const key of ['hostNetwork', 'hostPID', 'hostIPC']) expect(spec[key]).toBeUndefined()
  const kinds = spec.volumes.flatMap((volume: object) => Object.keys(volume).filter((key) => key !== 'name'))
  expect(kinds.filter((kind: string) => !['configMap', 'emptyDir', 'secret', 'projected'].includes(kind))).toEqual([])
  expect(blockOf('dockerfile')).toMatch(/^FROM \S+:\d+\.\d+\.\d+$/m)
})
