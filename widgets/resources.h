// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLocale;

namespace assay::ui {

/// Makes the files of resources/assay.qrc known (`:/icons`, `:/styles`, `:/report`, `:/samples`), and the compiled
/// `:/translations`. A static library does not do so by itself. May be called twice.
void initResources();

/// Has tr() speak the language of @p locale where there is a translation, English else. Needs an application object;
/// call it once, before the first window.
void installTranslations(const QLocale &locale);

} // namespace assay::ui
