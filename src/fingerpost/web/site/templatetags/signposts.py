"""The drawing of the signpost within a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django import template
from django.utils.safestring import SafeString, mark_safe

from fingerpost.signpost import signpost_svg
from fingerpost.web.site.signposts import post_of, words_now

if TYPE_CHECKING:
    from fingerpost.web.register.models import Place
    from fingerpost.web.site.arms import Arm

register = template.Library()

MOST_ACROSS = 24
"""With more arms, a narrow screen gets no drawing of its own: it would be a wall of arms above the list."""


@register.simple_tag
def signpost(place: Place | None, seen: Sequence[Arm]) -> SafeString:
    """Give the drawing for wide and for narrow screens, of which the style sheet shows one; empty without a home.

    It is hidden from screen readers: the page must have the same ties as a list.
    """
    post = post_of(place, seen)
    if post is None or not post.arms:
        return SafeString()
    shapes = ("wide", "tall") if len(post.arms) <= MOST_ACROSS else ("wide",)
    drawn = [signpost_svg(post, words_now(), shape=shape, style="text", within_page=True) for shape in shapes]
    # Every name in it was escaped when it was drawn.
    return mark_safe("".join(drawn))
