import ipaddr from 'ipaddr.js'

/** Whole or decimal. */
export const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text.trim())

export const isBoolean = (text: string): boolean => /^(?:true|false)$/i.test(text.trim())

/** A date in one of the forms of the W3C, or seconds since 1970. https://www.w3.org/TR/NOTE-datetime */
export function isDate(text: string): boolean {
  const value = text.trim()
  if (/^\d{5,}$/.test(value)) return true
  const iso = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/
  return iso.test(value) && !Number.isNaN(Date.parse(value))
}

/** An address, alone or with the length of its network. */
export function isIpRange(text: string): boolean {
  const value = text.trim()
  return value.includes('/') ? ipaddr.isValidCIDR(value) : ipaddr.isValid(value) && !/^\d+(?:\.\d+){0,2}$/.test(value)
}

export const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
