// Opens /book in foliate-js and tells what each document of the spine looks like when it is read.
import '/foliate-js/view.js'
import { look } from '/look.js'

const view = document.createElement('foliate-view')
document.body.append(view)

/** The names of the documents in reading order. */
window.openBook = async () => {
    await view.open('/book')
    return view.book.sections.map(section => String(section.id))
}

/** What is wrong with the document at this place of the spine: one object of lists. */
window.look = async index => look(await shown(index))

const shown = index => new Promise((resolve, reject) => {
    const done = ({ detail }) => {
        if (detail.index !== index) return
        view.removeEventListener('load', done)
        // Foliate lays the document out after this event.
        setTimeout(() => resolve(detail.doc), 0)
    }
    const current = view.renderer.getContents?.().find(content => content.index === index)
    if (current) return resolve(current.doc)
    view.addEventListener('load', done)
    view.goTo(index).catch(reject)
})
