import { describe, expect, it } from 'vitest'
import { cleanAddress, cleanAddresses } from './clean-address.ts'

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl'

describe('cleanAddress', () => {
  it.each([
    ['http://lena:secret-77@127.0.0.1:8080/a.jpg', 'http://127.0.0.1:8080/a.jpg'],
    ['https://lena@shop.example/', 'https://shop.example/'],
    ['https://lena:p%40ss@shop.example/?a=1#b', 'https://shop.example/?a=1#b'],
    ['https:\\\\lena:pass@shop.example\\a', 'https://shop.example/a'],
    ['blob:https://lena:pass@shop.example/1-2', 'blob:https://shop.example/1-2'],
    ['view-source:https://lena:pass@shop.example/', 'view-source:https://shop.example/'],
  ])('removes the user of %s', (address, clean) => expect(cleanAddress(address)).toBe(clean))

  it.each([
    'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20261101&X-Amz-Date=20261101T000000Z&X-Amz-Signature=ab12',
    'x-amz-security-token=abc',
    'AWSAccessKeyId=AKIA&Expires=1700000000&Signature=ab%2Fc%3D',
    'Expires=1700000000&Policy=eyJTdGF0&Signature=x&Key-Pair-Id=K2',
    'X-Goog-Algorithm=GOOG4&X-Goog-Signature=0a',
    'GoogleAccessId=x%40y.example&Expires=1&Signature=z',
    'sv=2024-08-04&se=2026-11-30T00%3A00%3A00Z&sr=b&sp=r&sig=abc%3D',
    'OSSAccessKeyId=a&Signature=b&Expires=1',
    'q-sign-algorithm=sha1&q-ak=AK&q-signature=0a1b',
    'token=abc',
    'access_token=abc&token_type=bearer',
    'accessToken=abc',
    'refresh-token=abc',
    'user%5Btoken%5D=abc',
    'api_key=1&apikey=2&X-API-Key=3&key=4',
    'auth=a&auth_key=1-0-0-ab',
    'session=1&sessionid=2&PHPSESSID=3&jsessionid=4',
    'jwt=a',
    `anything=${JWT}`,
    'password=x&pwd=y&client_secret=z',
    'code=0a1b2c3d4e5f6a7b8c9d&state=0a1b2c3d4e5f6a7b8c9d',
    'ticket=ST-1856339-aA5Yuvrxzpv8Tau1cYQ7',
    'hdnts=exp=1700000000~acl=*~hmac=0a1b',
    'ex=68f1&is=68f0&hm=0123456789abcdef0123456789abcdef',
    'md5=0123456789abcdef0123456789abcdef&expires=1700000000',
    '_csrf=a&authenticity_token=b&_wpnonce=0a1b2c3d4e',
  ])('removes the secrets of ?%s, in the query and in the fragment', parameters => {
    expect(cleanAddress(`https://a.example/b.jpg?${parameters}`)).toBe('https://a.example/b.jpg')
    expect(cleanAddress(`https://a.example/b.jpg?w=400&${parameters}&h=300`)).toBe(
      'https://a.example/b.jpg?w=400&h=300',
    )
    expect(cleanAddress(`https://a.example/b#${parameters}`)).toBe('https://a.example/b')
    expect(cleanAddress(`https://a.example/#/b?${parameters}`)).toBe('https://a.example/#/b')
    const inner = `https://lena:pass@b.example/c.jpg?${parameters}`
    expect(cleanAddress(`https://a.example/_next/image?url=${encodeURIComponent(inner)}&w=640`)).toBe(
      `https://a.example/_next/image?url=${encodeURIComponent('https://b.example/c.jpg')}&w=640`,
    )
  })

  it.each([
    ['https://a.example/b;jsessionid=1F0C/c', 'https://a.example/b/c'],
    ['https://a.example/(S(lit3py55t21z5v55vlm25s55))/b', 'https://a.example/b'],
    ['https://a.example/token=abc/b.jpg', 'https://a.example/b.jpg'],
    [`https://a.example/${JWT}/b.jpg`, 'https://a.example/b.jpg'],
    ['https://a.example/fetch/https://lena:pass@b.example/c', 'https://a.example/fetch/https://b.example/c'],
    ['https://a.example/f/https:/lena:pass@b.example/c?key=1', 'https://a.example/f/https:/b.example/c'],
    [
      'https://a.example/f/https%3A%2F%2Flena%3Apass%40b.example%2Fc',
      'https://a.example/f/https%3A%2F%2Fb.example%2Fc',
    ],
    ['https://a.example/?next=%2Faccount%3Ftoken%3Dabc%26tab%3D2', 'https://a.example/?next=%2Faccount%3Ftab%3D2'],
    ['https://a.example/?url=https://b.example/c?token=abc', 'https://a.example/?url=https://b.example/c'],
    ['https://a.example/?a=1;token=2', 'https://a.example/?a=1'],
  ])('removes the secrets of %s', (address, clean) => expect(cleanAddress(address)).toBe(clean))

  it.each([
    'https://a.shop',
    'https://a.shop/@brand/t-shirts?colour=red&size=M&q=token+ring&sort=price%20up#reviews',
    'https://a.shop/?keyword=hat&author=lena&design=stripes&monkey=1&compass=2&season=pass',
    'https://a.shop/?page=2&code=SUMMER26&state=open&sid=5&h=300&s=large&t=1',
    'https://a.shop/?policy=returns&expires=soon&sr=8-1&se=1&sp=2',
    'https://a.shop/c_fill,w_400/v1/a%20b.jpg?',
    'https://a.shop/_next/image?url=%2Fa%2Fb.jpg&w=640&q=75',
    'https://a.shop/?url=https%3A%2F%2Fb.shop%2Fc.jpg%3Fw%3D4',
    'https://a.shop/?utm_source=x&&b=&c',
    'https://a.shop/#/route/a=b',
    'https://a.shop/50%-off',
    'https://a.shop/?id=550e8400-e29b-41d4-a716-446655440000',
    '',
    'no address',
  ])('leaves %s as it is', address => expect(cleanAddress(address)).toBe(address))

  it('has nothing left to clean the second time', () => {
    const once = cleanAddress(`https://u:p@a.example/;sid=1/b?x=%2Fc%3Ftoken%3D1%26token%3D2&token=3#token=4`)
    expect(cleanAddress(once)).toBe(once)
  })
})

it('cleans the addresses within a text', () => {
  expect(cleanAddresses('Cannot access "https://lena:pass@a.example/b?token=1", or https://b.example')).toBe(
    'Cannot access "https://a.example/b", or https://b.example',
  )
})
