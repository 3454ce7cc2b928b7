/** A parameter of an address, decoded. */
export interface Parameter {
  name: string
  value: string
}

/** Parts of a name that mark a secret wherever they occur, as in `accessToken`, `AWSAccessKeyId` or `PHPSESSID`. */
const SECRET_PART =
  /token|secret|passw|signature|credential|jwt|nonce|(?:api|access|account|auth|private|resource|share|subscription)key|sess(?:ion)?(?:id|key)|oauth|authori[sz]ation|bearer|hmac|[cx]srf|accessid|keypairid|saml|hdn(?:ts|ea|tl)/
/** Whole words of a name that mark a secret. Other words contain them: `sign` is in `design`, `pass` in `compass`. */
const SECRET_WORDS = new Set('auth,gda,key,otp,pass,passcode,pwd,sas,sess,session,sig'.split(','))
/** The signing parameters of object stores: Amazon and Google, and Alibaba, Tencent, Huawei and others after them. */
const SIGNING_NAME = /^(?:x-(?:amz|bce|cos|goog|kss|ms|obs|oss|tos)-|q-(?:ak|header|key|sign|url))/i
/** Names that mark a secret only if their value looks random: shops use them for ordinary things too. */
const AMBIGUOUS_NAMES = new Set('code,h,hash,hm,invite,k,md5,oh,s,sid,sign,state,t,ticket,tk,verify'.split(','))
/** Names that make a signature out of the parameters beside them. */
const SIGNATURE_NAME = /signature|hmac|keypairid|^(?:hm|md5|oh|sig|sign)$/
/** What a signature covers: the conditions of CloudFront, Azure and Discord. Useless, and telling, without it. */
const SIGNED_NAMES = new Set(
  'acl,ex,exp,expires,expiry,is,oe,policy,sdd,se,si,sip,ske,skoid,sks,skt,sktid,skv,sp,spr,sr,srt,ss,st,sv'.split(','),
)
/** A JSON Web Token, or an Akamai token, whatever its name. */
const SECRET_VALUE = /\bey[\w-]{8,}\.ey[\w-]{4,}\.|~hmac=/
const MIN_RANDOM_LENGTH = 16

/** Says which parameters of one address give access to something: keys, tokens, signatures and what they sign. */
export function secretsOf(parameters: readonly Parameter[]): boolean[] {
  const secrets = parameters.map(isSecret)
  const isSigned = parameters.some(({ name }, i) => secrets[i] && SIGNATURE_NAME.test(compact(name)))
  return secrets.map((secret, i) => secret || (isSigned && SIGNED_NAMES.has(parameters[i]?.name.toLowerCase() ?? '')))
}

/** Whether a text is a secret by its form alone. An address that holds one is not: it is worth cleaning. */
export function isSecretValue(text: string): boolean {
  return SECRET_VALUE.test(text) && !/^(?:[a-z][a-z\d+.-]*:)?\/|\?/i.test(text)
}

function isSecret({ name, value }: Parameter): boolean {
  if (SIGNING_NAME.test(name) || SECRET_PART.test(compact(name)) || isSecretValue(value)) return true
  if (AMBIGUOUS_NAMES.has(name.toLowerCase())) return isRandom(value)
  const words = wordsOf(name)
  // A key opens something only as the last word: `api_key`, but not `key_visual`.
  return words.some((word, i) => SECRET_WORDS.has(word) && (word !== 'key' || i === words.length - 1))
}

function isRandom(value: string): boolean {
  return value.length >= MIN_RANDOM_LENGTH && /^\S+$/.test(value) && /\d/.test(value) && /[a-z]/i.test(value)
}

function compact(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, '')
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(word => word !== '')
}
