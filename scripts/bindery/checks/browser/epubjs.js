// Opens /book in epub.js and tells what each document of the spine looks like when it is read.
import { look } from '/look.js'

let rendition, sections

/** The names of the documents in reading order. */
window.openBook = async () => {
    const content = await (await fetch('/book')).arrayBuffer()
    const book = ePub(content)
    await book.ready
    rendition = book.renderTo('page', { width: '100%', height: '100%', flow: 'paginated', spread: 'none' })
    sections = book.spine.spineItems
    return sections.map(section => section.url.replace(/^\//, ''))
}

/** What is wrong with the document at this place of the spine: one object of lists. */
window.look = async index => {
    await rendition.display(sections[index].href)
    return look(rendition.getContents()[0].document)
}
