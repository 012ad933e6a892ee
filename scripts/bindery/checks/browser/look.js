// What is wrong with a document that a reading engine has laid out, whichever engine it is.

const TOLERANCE = 1.5 // CSS pixels; rounding of columns

/** One object of lists. */
export const look = async doc => {
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
    const columns = [doc.documentElement, doc.body].find(element => styleOf(element).columnWidth !== 'auto')
    if (!columns) return []
    const { column, pitch, origin } = measured(columns)
    const sticksOut = rect => {
        const number = Math.floor((rect.left - origin + TOLERANCE) / pitch)
        const left = rect.left - origin - number * pitch
        // A browser keeps lengths in 64ths of a pixel, so many columns come to stand a little aside.
        const tolerance = TOLERANCE + Math.abs(number) / 32
        return rect.width > tolerance && left + rect.width > column + tolerance
    }
    const found = []
    for (const element of doc.body.querySelectorAll('*:not(svg *)')) {
        if (found.some(outer => outer.contains(element)) || clipped(element)) continue
        if ([...element.getClientRects()].some(sticksOut)) found.push(element)
    }
    return found.map(element => described(element, column))
}

/** The columns as they come out: CSS Multi-column Layout 1, part 3.4, from the width that was asked for. */
const measured = columns => {
    const style = styleOf(columns)
    const [asked, gap, left, right] = [style.columnWidth, style.columnGap, style.paddingLeft, style.paddingRight]
        .map(parseFloat)
    const padding = style.boxSizing === 'border-box' ? left + right : 0
    const room = parseFloat(style.width) - padding
    const count = Math.max(1, Math.floor((room + gap) / (asked + gap)))
    const pitch = (room + gap) / count
    return { column: pitch - gap, pitch, origin: columns.getBoundingClientRect().left + left }
}

const styleOf = element => element.ownerDocument.defaultView.getComputedStyle(element)

/** Whether an element around it scrolls or hides what sticks out. */
const clipped = element => {
    for (let outer = element.parentElement; outer && outer !== outer.ownerDocument.body; outer = outer.parentElement) {
        if (styleOf(outer).overflowX !== 'visible') return true
    }
    return false
}

const described = (element, column) => {
    const width = Math.max(...[...element.getClientRects()].map(rect => rect.width))
    const mark = element.id ? `#${element.id}` : element.className ? `.${String(element.className).split(' ')[0]}` : ''
    return `${element.localName}${mark}, ${Math.round(width)} of ${Math.round(column)} pixels`
}
