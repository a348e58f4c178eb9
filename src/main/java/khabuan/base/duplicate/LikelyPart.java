package khabuan.base.duplicate;

import java.util.List;

/** What a record that is being written may be the same as. */
public record LikelyPart(List<Suspicions.Suspicion> suspicions) {}
