import { describe, expect, test } from 'vitest'
import { countPictures } from '../model-card/count-pictures.ts'
import { byShot, bySource, type Listed, parseManifest, withKinds } from './sources.ts'

const header = 'file,label,source,split,group'

describe('parseManifest', () => {
  test('finds columns by name, in any order and with any line endings', () => {
    const listed = { file: 'val/Hat/a.jpg', label: 'Hat', source: 'shop', split: 'val', group: '', kind: '', shot: '' }
    expect(parseManifest(`${header}\nval/Hat/a.jpg,Hat,shop,val,7\n`)).toEqual([{ ...listed, group: '7' }])
    expect(parseManifest('\uFEFFsplit,source,label,file\r\nval,shop,Hat,val/Hat/a.jpg\r\n')).toEqual([listed])
    expect(parseManifest(header)).toEqual([])
  })

  test('needs no column but the file, unless others are asked for', () => {
    const alone = { file: 'Hat/a.jpg', label: '', source: '', split: '', group: '', kind: '', shot: 'worn' }
    expect(parseManifest('shot,file\nworn,Hat/a.jpg')).toEqual([alone])
    expect(() => parseManifest('file,label,split', ['file', 'source'])).toThrow('no column "source"')
  })

  test('reads quoted cells', () => {
    const [listed] = parseManifest('file,"source"\n"Hat/a, ""b"".jpg",""\n')
    expect(listed).toMatchObject({ file: 'Hat/a, "b".jpg', source: '' })
  })

  test.each([
    ['', 'no column "file"'],
    ['file;label;source;split', 'no column "file"'],
    [`${header}\na,Hat,shop,val,1\nb,Hat,shop,val`, 'line 3 has 4 cells, the header 5'],
    [`${header}\n"a,b,Hat,shop,val,1`, 'line 2 has a quote that is out of place'],
    [`${header}\na"b,Hat,shop,val,1`, 'line 2 has a quote that is out of place'],
    [`${header}\n"a"b,Hat,shop,val,1`, 'line 2 has a quote that is out of place'],
  ])('refuses %j with a reason', (text, reason) => {
    expect(() => parseManifest(text)).toThrow(reason)
  })
})

function listed(source: string, shot = ''): Listed {
  return { file: '', label: 'Hat', source, split: 'val', group: '', kind: 'Cap', shot }
}

test('takes shots and kinds from the manifest, but prefers the kind of the folder', () => {
  const pictures = ['/d/a.jpg', '/d/b.jpg'].map(file => ({ file, kind: '' }))
  const manifest = new Map([['/d/a.jpg', listed('shop', 'worn')]])
  expect([...byShot(pictures, manifest)]).toEqual([['worn', [pictures[0]]]])
  expect(withKinds(pictures, manifest).map(({ kind }) => kind)).toEqual(['Cap', ''])
  expect(withKinds([{ file: '/d/a.jpg', kind: 'Beanie' }], manifest)[0]?.kind).toBe('Beanie')
})

describe('bySource', () => {
  const pictures = ['/d/b.jpg', '/d/a.jpg', '/d/c.jpg'].map(file => ({ file }))
  const [b, a, c] = pictures

  test('groups pictures, and keeps those that the manifest does not list', () => {
    const sources = new Map([
      ['/d/b.jpg', listed('shop')],
      ['/d/a.jpg', listed('catalogue')],
    ])
    expect([...bySource(pictures, sources)]).toEqual([
      ['catalogue', [a]],
      ['not in the manifest', [c]],
      ['shop', [b]],
    ])
  })

  test('gives no sources when the manifest lists other pictures', () => {
    expect(bySource(pictures, new Map([['/elsewhere/a.jpg', listed('shop')]])).size).toBe(0)
    expect(bySource(pictures, new Map()).size).toBe(0)
  })
})

test('counts pictures by source, split and class, whatever their order', () => {
  const pictures = [
    { file: '1', label: 'none', source: 'shop', split: 'val' },
    { file: '2', label: 'Hat', source: 'shop', split: 'val' },
    { file: '3', label: 'Hat', source: 'shop', split: 'train' },
    { file: '4', label: 'Hat', source: 'album', split: 'val' },
    { file: '5', label: 'Hat', source: 'shop', split: 'val' },
  ]
  const counts = { album: { val: { Hat: 1 } }, shop: { train: { Hat: 1 }, val: { Hat: 2, none: 1 } } }
  expect(JSON.stringify(countPictures(pictures))).toBe(JSON.stringify(counts))
  expect(JSON.stringify(countPictures(pictures.reverse()))).toBe(JSON.stringify(counts))
})
