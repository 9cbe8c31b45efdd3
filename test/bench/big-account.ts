// A listing of an account of 36 MB with a message, read as the page and the command line read a paste; in a process of its own, because the most memory
// that a process ever held can't be reset. Prints JSON: seconds of the processor, megabytes.
import { readAll } from '../../src/denial/index.ts'
import { languagesFor } from '../../src/session/languages.ts'

const megabytes = Number(process.argv[2] ?? 36)
const statement = (role: number, i: number): string =>
  `{"Sid":"S${i}","Effect":"Allow","Action":["s3:GetObject","s3:PutObject","dynamodb:Query"],"Resource":["arn:aws:s3:::bucket-${role}-${i}/*","arn:aws:dynamodb:us-east-1:111122223333:table/T${i}"]}`
const role = (n: number): string =>
  `{"Path":"/","RoleName":"role-${n}","RoleId":"AROA${n}","Arn":"arn:aws:iam::111122223333:role/role-${n}","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]},"InstanceProfileList":[],"RolePolicyList":[{"PolicyName":"inline","PolicyDocument":{"Version":"2012-10-17","Statement":[${Array.from({ length: 12 }, (_, i) => statement(n, i)).join(',')}]}}],"AttachedManagedPolicies":[],"Tags":[]}`

const roles: string[] = []
for (let length = 0, n = 0; length < megabytes * 1_000_000; n++) {
  const text = role(n)
  roles.push(text)
  length += text.length
}
const message =
  'User: arn:aws:sts::111122223333:assumed-role/role-7/s is not authorized to perform: s3:DeleteObject on resource: "arn:aws:s3:::bucket-7-1/k" because no identity-based policy allows the s3:DeleteObject action'
const paste = `${message}\n\n{"UserDetailList":[],"GroupDetailList":[],"RoleDetailList":[${roles.join(',\n')}],"Policies":[]}\n`
roles.length = 0

const languages = await languagesFor([paste])
const start = process.cpuUsage()
const { documents, denial } = readAll(paste, languages)
const { user, system } = process.cpuUsage(start)
if (denial.action !== 's3:DeleteObject' || documents.length === 0) throw new Error('the account was not read')
const [seconds, memory] = [(user + system) / 1e6, process.resourceUsage().maxRSS / 1024]
console.log(JSON.stringify({ seconds, memory, characters: paste.length }))
