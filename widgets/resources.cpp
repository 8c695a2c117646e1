// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/resources.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// The macro declares functions of the global namespace.
static void initAssayResources()
{
    Q_INIT_RESOURCE(assay);
    Q_INIT_RESOURCE(translations);
}

namespace assay::ui {

namespace {

void install(const QLocale &locale, const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, file, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void initResources()
{
    initAssayResources();
}

void installTranslations(const QLocale &locale)
{
    initResources();
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English has the plurals of the sentences in the sources, for languages without a translation too.
    install(QLocale(QLocale::English), QStringLiteral("assay"), QStringLiteral(":/translations"));
    if (locale.language() != QLocale::English)
        install(locale, QStringLiteral("assay"), QStringLiteral(":/translations"));
}

} // namespace assay::ui
