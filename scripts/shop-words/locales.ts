/** The languages of the words, with the regions whose notations differ: the web's large shops and the most spoken ones. */
export const locales =
  'en en-IN en-KE en-PK en-ZA af am ar az bg bn ca cs da de el es es-MX es-PE et eu fa fi fil fr gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl pa pl pt pt-PT ro ru si sk sl so sq sr sr-Latn sv sw ta te th tr uk ur uz vi zh zh-Hant zu'.split(
    ' ',
  )
