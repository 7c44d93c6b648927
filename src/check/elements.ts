import type { Element } from 'hast';
import type { Problem } from '../reader/problem.ts';

/** The elements that the site's pages are made of; anything else came from somewhere it should not. */
const elements = new Set(
  `html head meta title link style script noscript body main header footer nav section article aside div span p a ul ol li dl dt dd
  h1 h2 h3 h4 hr br em strong b i s del sup sub code pre blockquote table thead tbody tfoot tr th td caption colgroup col abbr time mark small
  form label input button select option optgroup fieldset legend details summary dialog datalist output progress template slot search
  figure figcaption picture source img svg g path circle rect line polyline polygon ellipse text tspan use defs symbol desc clipPath mask pattern linearGradient radialGradient stop iframe textarea`.split(
    /\s+/,
  ),
);
/** Attributes that run or load something of their own. */
const forbidden = /^(?:on[A-Z].*|style|srcDoc|ping|background|dynsrc|lowsrc|formAction|form action)$/;
const addresses = new Set(['href', 'src', 'action', 'poster', 'data', 'cite', 'manifest', 'xLinkHref', 'longDesc', 'codeBase', 'classId', 'usemap']);
const safe = /^(?:https?:|mailto:|[^a-z]|[a-z0-9+.-]*(?:[/?#]|$))/i;

/** What of an element nothing of ours makes: the element itself, an attribute, or the scheme of an address. */
export const foreignPart = ({ tagName, properties }: Element): Pick<Problem, 'kind' | 'values'>[] => {
  const part = (kind: Problem['kind'], value: string) => ({ kind, values: { value: value.slice(0, 100) } });
  return [
    ...(elements.has(tagName) || tagName.includes('-') ? [] : [part('element-not-allowed', `<${tagName}>`)]),
    ...Object.entries(properties).flatMap(([name, value]) => {
      if (forbidden.test(name)) return [part('element-not-allowed', name)];
      // Browsers skip control characters and spaces before and inside a scheme.

      return addresses.has(name) && !safe.test(String(value).replace(/[\0-\x20]/g, '')) ? [part('scheme-not-allowed', String(value))] : [];
    }),
  ];
};
