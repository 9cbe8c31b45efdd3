// The console's panel in other languages, browser-translated pages, and sentences in which an ARN is followed by Chinese, Japanese or Korean.
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../src/advise/index.ts'
import { readDenial, toAnswer } from '../../src/denial/index.ts'

const ana = 'arn:aws:iam::111122223333:user/ana'
const reason = 'no identity-based policy allows the action'

describe('the console’s panel: labels are translated, ARN, action and reason are not', () => {
  test.each<[language: string, user: string, action: string, context: string]>([
    ['Spanish', 'Usuario: ', 'Acción: ', 'Contexto: '],
    ['Spanish without accents', 'Usuario: ', 'Accion: ', 'Contexto: '],
    ['French, a blank before the colon', 'Utilisateur : ', 'Action : ', 'Contexte : '],
    ['Korean', '사용자: ', '작업: ', '컨텍스트: '],
    ['Portuguese', 'Usuário: ', 'Ação: ', 'Contexto: '],
    ['Japanese, full-width colons', 'ユーザー：', 'アクション：', 'コンテキスト：'],
    ['German', 'Benutzer: ', 'Aktion: ', 'Kontext: '],
    ['Italian', 'Utente: ', 'Operazione: ', 'Contesto: '],
    ['Chinese', '用户：', '操作：', '上下文：'],
    ['Chinese of Taiwan', '使用者：', '動作：', '內容：'],
    ['Indonesian', 'Pengguna: ', 'Tindakan: ', 'Konteks: '],
  ])('%s', (_, user, action, context) => {
    const text = `${user}${ana}\n${action}s3:ListAllMyBuckets\n${context}${reason}`
    expect(readDenial(text)).toMatchObject({
      kind: 'access-denied',
      principal: ana,
      action: 's3:ListAllMyBuckets',
      effect: 'implicit-deny',
      policyType: 'identity',
    })
  })
})

test.each([' は次の操作を実行できません', 'は次の', ' 没有权限', '에게 권한이 없습니다'])(
  'words behind the caller’s ARN in its line aren’t the caller’s: %s',
  (behind) => {
    const text = `用户：${ana}${behind}\n操作：s3:ListAllMyBuckets\n上下文：${reason}`
    expect(readDenial(text)).toMatchObject({ principal: ana, action: 's3:ListAllMyBuckets' })
  },
)

test('a page that a browser translated: spaces in ARNs are removed, with a doubt', () => {
  const text =
    'Usuário: arn:aws:sts: :123456789012:assumed-role/r/s não está autorizado a executar: Access-Analyzer:validatePolicy on resource: arn:aws:access-analyzer:us-east- 1:123456789012: *'
  const denial = readDenial(text)
  expect(denial).toMatchObject({
    kind: 'access-denied',
    principal: 'arn:aws:sts::123456789012:assumed-role/r/s',
    action: 'Access-Analyzer:validatePolicy',
    resource: 'arn:aws:access-analyzer:us-east-1:123456789012:*',
  })
  expect(denial.doubts.map(({ field }) => field)).toEqual(['principal', 'resource'])
})

describe('what follows an ARN in Chinese, Japanese or Korean is not part of it', () => {
  test.each([
    '，请问需要加什么权限？',
    '」というエラーが出ます',
    '。',
    '（403）',
    "'라는 오류",
    '에 대한 권한',
    '`と出ます',
  ])('%s', (behind) => {
    const text = `报错：User: ${ana} is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:eu-west-1:111122223333:function:hello${behind}`
    expect(readDenial(text).resource).toBe('arn:aws:lambda:eu-west-1:111122223333:function:hello')
  })

  test('an S3 key can contain such letters', () => {
    const text = `User: ${ana} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::example-bucket/報告.pdf`
    expect(readDenial(text).resource).toBe('arn:aws:s3:::example-bucket/報告.pdf')
  })
})

describe('a caller and an action without a sentence: asked about, not claimed', () => {
  const text = `${ana} 用 lambda:InvokeFunction 调用失败 arn:aws:lambda:eu-west-1:111122223333:function:hello`

  test('the reading is a kind of its own, with the values; the contract’s kind stays one of its five', () => {
    const denial = readDenial(text)
    expect(denial.kind).toBe('possible-denial')
    expect(denial.candidate).toEqual({
      principal: ana,
      action: 'lambda:InvokeFunction',
      resource: 'arn:aws:lambda:eu-west-1:111122223333:function:hello',
    })
    expect(toAnswer(denial).kind).toBe('not-authorization')
  })

  test('the answer asks; it says "not an AWS error" only about messages of another system', () => {
    expect(diagnose({ paste: text, policies: [] }).cause.title).toMatch(/Is this your error\?/)
    const kubernetes = 'Error from server (Forbidden): pods is forbidden: User "a" cannot list resource "pods"'
    expect(diagnose({ paste: kubernetes, policies: [] }).cause.title).toMatch(/isn’t AWS’s “not authorized” error/)
    expect(diagnose({ paste: 'hello', policies: [] }).cause.title).toMatch(/can’t find/)
  })

  test('a policy isn’t a denial', () => {
    const policy = `{"Statement":[{"Effect":"Allow","Principal":{"AWS":"${ana}"},"Action":"s3:GetObject","Resource":"*"}]}`
    expect(readDenial(policy).kind).toBe('not-authorization')
  })
})

test('log lines that look like the panel’s labels change nothing', () => {
  const message = `User: ${ana} is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:bills because no identity-based policy allows the sqs:SendMessage action`
  expect(toAnswer(readDenial(`Context: production\nUser: bob\nAction: deploy\n${message}`))).toEqual(
    toAnswer(readDenial(message)),
  )
})
