import { hasOperation, operationAsWritten } from './operation-services.ts'
import type { Described } from './tool-phrases.ts'

/** The SDK for JavaScript: "new GetObjectCommand(", and of old "s3.getObject(". Its errors name no operation. */
const command = /\bnew ([A-Z]\w{2,80})Command\(/g
const method = /\b(s3|s3Client)\.([a-z][A-Za-z]{3,60})\(/g

/** Methods of clients that have another name than the operation that they begin with. */
const methods: ReadonlyMap<string, string> = new Map([['upload', 'PutObject']])

/** A longer text isn't a program with its error. */
const mostProgram = 20_000

/** The one operation that a pasted program calls; undefined where it calls several, or none that AWS has. */
export function programOperation(text: string): Described | undefined {
  const program = text.slice(0, mostProgram)
  const called = [
    ...[...program.matchAll(command)].map(([, name = '']) => ({ name, service: undefined })),
    ...[...program.matchAll(method)].map(([, , name = '']) => ({ name: methods.get(name) ?? name, service: 's3' })),
  ].flatMap(({ name, service }) => {
    const operation = operationAsWritten(name)
    return operation === undefined || (service && !hasOperation(service, operation)) ? [] : [{ operation, service }]
  })
  const [first] = called
  const isOne = called.every(({ operation }) => operation === first?.operation)
  return first && isOne ? { ...first, code: '' } : undefined
}
