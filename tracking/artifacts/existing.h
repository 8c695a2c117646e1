// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace assay::tracking {

/// What becomes of an artifact of a run that has the name of a new one. The same bytes under the same name are no
/// other artifact, and never refused.
enum class Existing { Replace, Refuse };

} // namespace assay::tracking
