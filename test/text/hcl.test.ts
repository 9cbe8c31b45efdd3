// Terraform's language, read into the same tree as JSON.
import { expect, test } from 'vitest'
import { readHcl } from '../../src/text/hcl.ts'
import { plain } from './plain.ts'

const symbol = (name: string): string => `\${${name}}`

test.each<[title: string, text: string, value: unknown]>([
  ['literals', 'a = "x"\nb = 1.5\nc = true\nd = false\ne = null', { a: 'x', b: 1.5, c: true, d: false, e: null }],
  ['a list and an object', 'a = ["x", 2]\nb = { c = 1, "d" = 2 }', { a: ['x', 2], b: { c: 1, d: 2 } }],
  ['a key that is worked out', 'a = { (var.k) = 1 }', { a: { [symbol('var.k')]: 1 } }],
  [
    'a block with labels',
    'resource "aws_iam_role" "app" {\n a = 1\n}',
    { resource: { aws_iam_role: { app: { a: 1 } } } },
  ],
  ['a block without any', 'locals {\n a = 1\n}', { locals: { a: 1 } }],
  ['a reference', 'a = var.name', { a: symbol('var.name') }],
  ['an interpolation', 'a = "arn:${var.p}:x"', { a: `arn:${symbol('var.p')}:x` }],
  ['escapes', 'a = "x\\t\\"y\\u0041$${z}%%{w}"', { a: 'x\t"yA${z}%{w}' }],
  ['jsonencode', 'a = jsonencode({ b = 1 })', { a: { b: 1 } }],
  ['concat', 'a = concat(["x"], ["y"], var.z)', { a: ['x', 'y', symbol('var.z')] }],
  ['another function', 'a = zipmap({}, {})', { a: symbol('zipmap( )') }],
  ['merge', 'a = merge({ b = 1, c = 2 }, { c = 3 })', { a: { b: 1, c: 3 } }],
  ['merge with what isn’t known', 'a = merge({ b = 1 }, var.c)', { a: symbol('merge( b = 1  var.c)') }],
  ['a call in an object', 'a = { b = concat(["x"], var.y)\n c = 2 }', { a: { b: ['x', symbol('var.y')], c: 2 } }],
  [
    'calls in objects in calls',
    'a = jsonencode({ b = concat([{ c = merge({ d = "}" }, { e = "${f(")")}" }) }]) })',
    { a: { b: [{ c: { d: '}', e: symbol('f())') } }] } },
  ],
  [
    'an entry of what a call gives, in an object',
    'a = { b = f([1])[0]\n c = 2 }',
    { a: { b: symbol('f([1])'), c: 2 } },
  ],
  ['a call in an object that isn’t closed', 'a = { b = f([1 }', { a: { b: symbol('f') } }],
  ['a choice', 'a = x ? "b" : "c"', { a: { 'Fn::If': ['x', 'b', 'c'] } }],
  ['parentheses', 'a = ("x")', { a: 'x' }],
  ['arithmetic', 'a = 1 + 2', { a: symbol('1 + 2') }],
  ['a heredoc with an interpolation', 'a = <<EOT\nx-${var.y}\nEOT\n', { a: `x-${symbol('var.y')}` }],
  ['an attribute without a value', 'a =', {}],
  ['a list that isn’t closed', 'a = [1', { a: [1] }],
  ['an escape of another letter', 'a = "\\q"', { a: 'q' }],
  ['an index', 'a = { (x[0]) = 1 }', { a: { [symbol('x[0]')]: 1 } }],
  ['a loop', 'a = [for x in y : { b = x.c }]', { a: [{ b: symbol('x.c') }] }],
  ['a loop that makes an object', 'a = { for k, v in y : k => v }', { a: symbol('for k v in y  k => v') }],
  [
    'a loop in a heredoc',
    'a = <<EOT\n[%{ for x in y ~}\n{"b": "${x}"},\n%{ endfor ~}\n{"c": 1}]\nEOT\n',
    { a: [{ b: symbol('x') }, { c: 1 }] },
  ],
  [
    'a choice between two values in a heredoc',
    'a = <<EOT\n{%{ if x }"b": 1%{ else }"b": 2%{ endif }}\nEOT\n',
    { a: { b: { 'Fn::If': ['x', 1, 2] } } },
  ],
  [
    'an item in a heredoc that a condition adds',
    'a = <<EOT\n["b"%{ if var.c }, "d"%{ endif }]\nEOT\n',
    { a: ['b', { 'Fn::If': ['var.c', 'd'] }] },
  ],
  [
    'a statement in a heredoc that a condition adds, with a value in it',
    'a = <<EOT\n[{"b": 1}\n%{ if var.c ~}\n,{"d": "${var.e}"}\n%{ endif ~}\n]\nEOT\n',
    { a: [{ b: 1 }, { 'Fn::If': ['var.c', { d: symbol('var.e') }] }] },
  ],
  [
    'a member in a heredoc that a condition adds',
    'a = <<EOT\n{"b": 1%{ if c }, "d": 2%{ endif }}\nEOT\n',
    { a: { 'Fn::If': ['c', { b: 1, d: 2 }, { b: 1 }] } },
  ],
  [
    'a comma in a heredoc between what a loop repeats',
    'a = <<EOT\n[%{ for i, x in y ~}\n"${x}"%{ if i < length(y) - 1 },%{ endif }\n%{ endfor ~}\n]\nEOT\n',
    { a: [symbol('x')] },
  ],
  [
    'a choice inside a choice in a heredoc',
    'a = <<EOT\n[1%{ if b },2%{ if c },3%{ endif }%{ else },4%{ endif }]\nEOT\n',
    { a: [1, { 'Fn::If': ['b, c', 2] }, { 'Fn::If': ['b, c', 3] }, { 'Fn::If': ['b, c', 4] }] },
  ],
  [
    'five conditions in a heredoc',
    `a = <<EOT\n[0${[1, 2, 3, 4, 5].map((i) => `%{ if b },${i}%{ endif }`).join('')}]\nEOT\n`,
    { a: [0, ...[1, 2, 3, 4, 5].map((i) => ({ 'Fn::If': ['b', i] }))] },
  ],
  [
    'more conditions in a heredoc than anyone writes',
    `a = <<EOT\n[0${'%{ if b },1%{ endif }'.repeat(21)}]\nEOT\n`,
    { a: [0, { 'Fn::If': ['b', 1] }] },
  ],
  [
    'a condition in a heredoc that leaves no JSON',
    'a = <<EOT\n{"b": %{ if x },%{ else }:%{ endif }}\nEOT\n',
    { a: symbol('a template with directives') },
  ],
  [
    'a choice between a list and an object in a heredoc',
    'a = <<EOT\n{"b": %{ if x }[1]%{ else }{"c": 1}%{ endif }}\nEOT\n',
    { a: { b: { 'Fn::If': ['x', [1], { c: 1 }] } } },
  ],
  [
    'a condition in a heredoc that nothing ends',
    'a = <<EOT\n{"b": 1%{ if x }, "c": 2}\nEOT\n',
    { a: symbol('a template with directives') },
  ],
  [
    'a loop inside a condition in a heredoc',
    'a = <<EOT\n[1%{ if x }%{ for y in z },"${y}"%{ endfor }%{ endif }]\nEOT\n',
    { a: [1, { 'Fn::If': ['x', symbol('y')] }] },
  ],
  ['a condition around all of a heredoc', 'a = <<EOT\n%{ if x }{"b": 1}%{ endif }\nEOT\n', { a: { b: 1 } }],
  [
    'a value in a heredoc',
    'a = <<EOT\n{"b": ${jsonencode(var.c)}, "d": "\\"${x}"}\nEOT\n',
    { a: { b: symbol('onencode(var.c)'), d: `"${symbol('x')}` } },
  ],
  ['a heredoc of text', 'a = <<EOT\nx\nEOT\n', { a: 'x' }],
  ['a heredoc of JSON', 'a = <<EOT\n{"b": 1}\nEOT\n', { a: { b: 1 } }],
  ['a number too large for a double', `a = ${'9'.repeat(400)}`, { a: symbol(`${'9'.repeat(95)} … ${'9'.repeat(95)}`) }],
  ['an interpolation of nothing', 'a = "x${}"', { a: `x${symbol('expression')}` }],
  ['a number as a key', 'a = { 1.5 = 2 }', { a: { '1.5': 2 } }],
  ['a key that is a choice', 'a = {(x ? "b" : "c") = 1}', { a: { '(x ? "b" : "c")': 1 } }],
  ['a key between quotes', 'a = {"b:c" = 1}', { a: { 'b:c': 1 } }],
  ['a function without arguments', 'a = timestamp()', { a: symbol('timestamp()') }],
  ['a choice without its second half', 'a = x ? "b"', { a: symbol('x  b') }],
  ['a heredoc without a name', 'a = <<', { a: '' }],
  ['a heredoc without an end', 'a = <<E\n', { a: '' }],
  ['comments', '# one\na = 1 // two\n/* three */\nb = 2', { a: 1, b: 2 }],
  ['what isn’t HCL', ')))', {}],
])('%s', (_, text, value) => {
  expect(plain(readHcl(text))).toEqual(value)
})

test('an interpolation with quotes inside a heredoc of JSON keeps the places', () => {
  const text = 'a = <<EOT\n{"b": "${f("x")}", "c": 1}\nEOT\n'
  const [member] = readHcl(text, 5).members
  expect(member?.value.kind).toBe('object')
  expect(member?.key.span).toEqual({ from: 5, to: 6 })
})

test('nesting without end', () => {
  expect(JSON.stringify(plain(readHcl(`a = ${'['.repeat(300)}`)))).toContain('"${[[')
  expect(JSON.stringify(plain(readHcl('b {\n'.repeat(300)))).match(/b/g)?.length).toBeLessThan(103)
})
