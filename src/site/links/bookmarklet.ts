import { longestFragment } from '../../session/links-in.ts'

/**
 * The address of a bookmark that opens `checker` (the checker's URL) with the text that is selected on the page where it is clicked. It loads nothing into that
 * page, so the page's Content-Security-Policy has nothing to block; browsers run bookmarks on pages with such a policy, too (Firefox since version 69:
 * https://bugzilla.mozilla.org/show_bug.cgi?id=1478037).
 */
export const bookmarklet = (checker: string): string => `javascript:${encodeURIComponent(code(checker))}`

/** A text area has a selection of its own, and so does every frame; frames of other sites keep theirs to themselves. */
const code = (checker: string): string => `(()=>{
const box=document.activeElement;
let text=box&&box.tagName==='TEXTAREA'?box.value.slice(box.selectionStart,box.selectionEnd):'';
if(!text.trim())text=String(getSelection()||'');
for(const frame of document.querySelectorAll('iframe,frame')){
if(text.trim())break;
try{text=String(frame.contentWindow.getSelection()||'')}catch{}
}
if(!text.trim()){alert('Select the error on this page first. Then click this bookmark again.');return}
const encode=(part)=>encodeURIComponent(part.replace(/\\p{Surrogate}/gu,'\\ufffd'));
let paste=encode(text);
if(paste.length>${mostTaken}){alert('The selection is too long for a link. Copy it, and paste it into the checker.');paste=''}
open(${JSON.stringify(checker)}+(paste&&'#paste='+paste),'_blank','noopener')
})()`

const mostTaken = longestFragment - '#paste='.length
