const IN_CODE = /`((?:src|scripts|tests|bench|docs|models|public|training|store|icons)\/[\w./-]*)`/g
const IN_LINK = /\]\((?!https?:|#)([^)#]+)/g

/** The paths of the repository that a Markdown document names, in code or as the target of a link. */
export function pathsIn(markdown: string): string[] {
  return [IN_CODE, IN_LINK].flatMap(pattern => [...markdown.matchAll(pattern)].map(([, path = '']) => path))
}
