// Opens /book.epub in foliate-js and tells what each document of the spine looks like when it is read.
import '/foliate/view.js'

const TOLERANCE = 1.5 // CSS pixels; rounding of columns

const view = document.createElement('foliate-view')
document.body.append(view)

/** The paths of the documents in reading order. */
window.openBook = async () => {
    await view.open('/book.epub')
    return view.book.sections.map(section => section.id)
}

/** What is wrong with the document at this place of the spine: one object of lists. */
window.look = async index => {
    const doc = await shown(index)
    const faces = [...doc.fonts]
    await Promise.allSettled(faces.map(face => face.load()))
    const images = [...doc.querySelectorAll('img, image')]
    const broken = await Promise.all(images.map(brokenImage))
    return {
        malformed: Boolean(doc.querySelector('parsererror')),
        empty: !doc.body.textContent.trim() && !doc.querySelector('img, svg'),
        fonts: faces.filter(face => face.status !== 'loaded').map(face => `${face.family} ${face.weight} ${face.style}`),
        images: broken.filter(Boolean),
        wide: tooWide(doc),
    }
}

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

const brokenImage = async image => {
    const address = image.getAttribute('src') ?? image.getAttribute('href')
        ?? image.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? ''
    const name = image.getAttribute('alt') || address || 'without a name'
    if (!address) return name
    const probe = new Image()
    probe.src = address
    try { await probe.decode() } catch { return name }
    return probe.naturalWidth ? '' : name
}

/** The outermost elements that stick out of their column to the right. */
const tooWide = doc => {
    const style = doc.defaultView.getComputedStyle(doc.documentElement)
    const column = parseFloat(style.columnWidth)
    const pitch = column + parseFloat(style.columnGap)
    const origin = doc.documentElement.getBoundingClientRect().left + parseFloat(style.paddingLeft)
    const sticksOut = rect => {
        const left = ((rect.left - origin + TOLERANCE) % pitch + pitch) % pitch - TOLERANCE
        return rect.width > TOLERANCE && left + rect.width > column + TOLERANCE
    }
    const found = []
    for (const element of doc.body.querySelectorAll('*:not(svg *)')) {
        if (found.some(outer => outer.contains(element)) || clipped(element)) continue
        if ([...element.getClientRects()].some(sticksOut)) found.push(element)
    }
    return found.map(element => described(element, column))
}

/** Whether an element around it scrolls or hides what sticks out. */
const clipped = element => {
    for (let outer = element.parentElement; outer && outer !== outer.ownerDocument.body; outer = outer.parentElement) {
        if (outer.ownerDocument.defaultView.getComputedStyle(outer).overflowX !== 'visible') return true
    }
    return false
}

const described = (element, column) => {
    const width = Math.max(...[...element.getClientRects()].map(rect => rect.width))
    const mark = element.id ? `#${element.id}` : element.className ? `.${String(element.className).split(' ')[0]}` : ''
    return `${element.localName}${mark}, ${Math.round(width)} of ${Math.round(column)} pixels`
}
