package khabuan.base.page;

import khabuan.base.access.Right;

/** An entry that a room adds to the navigation: a bean.
 *  @param order where it stands, lower first
 *  @param key the message key of its name
 *  @param room "" or the room it belongs to
 *  @param also other addresses whose pages stand under it: "/map" */
public record NavigationEntry(int order, String key, String path, Right needs, String room, String... also) {}
